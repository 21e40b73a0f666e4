#!/usr/bin/env python3
"""Reads a GraphML file with networkx and igraph, and compares their counts with the two given.

  graphml_counts.py FILE NODES EDGES

Prints one line per reader. Exit code 0 if all agree, 1 if not, 4 if neither reader is installed.
"""
import sys
import warnings


def with_networkx(path):
    import networkx

    graph = networkx.read_graphml(path, force_multigraph=True)
    unlabelled = sum(1 for _, data in graph.nodes(data=True) if "label" not in data)
    untyped = sum(1 for *_, data in graph.edges(data=True) if not data.get("label"))
    return graph.number_of_nodes(), graph.number_of_edges(), unlabelled, untyped


def with_igraph(path):
    import igraph

    graph = igraph.Graph.Read_GraphML(path)
    names = graph.vs.attribute_names()
    unlabelled = 0 if "label" in names or not graph.vcount() else graph.vcount()
    edge_labels = graph.es["label"] if graph.ecount() and "label" in graph.es.attribute_names() else []
    untyped = graph.ecount() - sum(1 for label in edge_labels if label)
    return graph.vcount(), graph.ecount(), unlabelled, untyped


def main():
    if len(sys.argv) != 4 or not (sys.argv[2].isdigit() and sys.argv[3].isdigit()):
        print(__doc__, file=sys.stderr)
        return 2
    path, expected = sys.argv[1], (int(sys.argv[2]), int(sys.argv[3]))
    ran, wrong = 0, 0
    for name, read in (("networkx", with_networkx), ("igraph", with_igraph)):
        try:
            # What a reader warns about is a value that it did not take.
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                nodes, edges, unlabelled, untyped = read(path)
        except ImportError:
            print(f"{name}: not installed")
            continue
        except Exception as error:
            print(f"{name}: {type(error).__name__}: {error}")
            ran, wrong = ran + 1, wrong + 1
            continue
        ran += 1
        agrees = (nodes, edges) == expected and unlabelled == 0 and untyped == 0
        wrong += not agrees
        verdict = "agrees" if agrees else f"expected {expected[0]} nodes and {expected[1]} edges"
        print(f"{name}: {nodes} nodes, {edges} edges, {unlabelled} without label, {untyped} edges without type: {verdict}")
    return 4 if ran == 0 else 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

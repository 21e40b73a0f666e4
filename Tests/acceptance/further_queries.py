"""Further questions of the workload's kinds, beside other databases: twelve that came after the engine was tuned, and ten
that came after it was tuned by those.

    further_queries.py DATA BINARY SHARED [--peers duckdb,sqlite,kuzu,ladybug] [--threads 1] [--out FILE]

DATA holds the generated CSV of scale M. What each must answer comes from DuckDB; SHARED/bench/compare.py runs them. Needs
duckdb, numpy and the peers. Exits 1 for a wrong answer."""
import argparse, json, os, subprocess, sys, tempfile

QUESTIONS = [
    ("F1", "the newest events that those next to an actor took part in",
     """MATCH (a:Actor {id: $actor})-[:ALLY_OF|MEMBER_OF]-(b:Actor)-[:PARTICIPATED]->(e:Event)
        RETURN DISTINCT e.id AS id, e.name AS name, e.killed AS killed ORDER BY id DESC LIMIT 25""",
     """WITH g AS (SELECT src, dst FROM e_ALLY_OF UNION ALL SELECT src, dst FROM e_MEMBER_OF),
             b AS (SELECT dst AS n FROM g WHERE src = $actor UNION SELECT src FROM g WHERE dst = $actor)
        SELECT DISTINCT e.id, e.name, e.killed FROM b JOIN e_PARTICIPATED p ON p.src = b.n JOIN n_Event e ON e.id = p.dst
        ORDER BY e.id DESC LIMIT 25""", True),
    ("F2", "who speaks most about deadly events of one country",
     """MATCH (p:Place)<-[:LOCATED_IN]-(e:Event)<-[:ABOUT]-(c:Claim)<-[:MADE]-(a:Actor)
        WHERE p.country = $country AND e.killed >= 5 RETURN a.id AS id, a.name AS name, count(*) AS n ORDER BY n DESC, id LIMIT 10""",
     """SELECT a.id, a.name, count(*) n FROM n_Place p JOIN e_LOCATED_IN l ON l.dst = p.id JOIN n_Event e ON e.id = l.src
        JOIN e_ABOUT b ON b.dst = e.id JOIN e_MADE m ON m.dst = b.src JOIN n_Actor a ON a.id = m.src
        WHERE p.country = $country AND e.killed >= 5 GROUP BY a.id, a.name ORDER BY n DESC, a.id LIMIT 10""", True),
    ("F3", "events and dead by country and type",
     """MATCH (e:Event)-[:LOCATED_IN]->(p:Place)
        RETURN p.country AS country, e.type AS type, count(*) AS n, sum(e.killed) AS killed, max(e.killed) AS most""",
     """SELECT p.country, e.type, count(*), CAST(sum(e.killed) AS BIGINT), max(e.killed) FROM e_LOCATED_IN l
        JOIN n_Event e ON e.id = l.src JOIN n_Place p ON p.id = l.dst GROUP BY 1, 2""", False),
    ("F4", "places of what a hub's acquaintances did",
     """MATCH (a:Actor {id: $hub})-[:KNOWS]-(:Actor)-[:PERPETRATED]->(:Event)-[:LOCATED_IN]->(p:Place)
        RETURN count(DISTINCT p) AS n""",
     """SELECT count(DISTINCT l.dst) FROM u_KNOWS k JOIN e_PERPETRATED p ON p.src = k.dst JOIN e_LOCATED_IN l ON l.src = p.dst
        WHERE k.src = $hub""", False),
    ("F5", "all reports that rest on one, over any number of citations",
     """MATCH (r:Report {id: $origin})<-[:CITES*1..]-(x:Report) RETURN count(DISTINCT x) AS n""",
     """WITH RECURSIVE reach(n) AS (SELECT src FROM e_CITES WHERE dst = $origin
        UNION SELECT c.src FROM reach JOIN e_CITES c ON c.dst = reach.n) SELECT count(*) FROM reach""", False),
    ("F6", "who attacked an acquaintance",
     """MATCH (a:Actor)-[:PERPETRATED]->(e:Event)-[:TARGETED]->(b:Actor)-[:KNOWS]-(a) RETURN count(*) AS n""",
     """SELECT count(*) FROM e_PERPETRATED p JOIN e_TARGETED t ON t.src = p.dst JOIN u_KNOWS k ON k.src = t.dst AND k.dst = p.src""",
     False),
    ("F7", "pairs that speak of the same events",
     """MATCH (a:Actor)-[:MADE]->(:Claim)-[:ABOUT]->(e:Event)<-[:ABOUT]-(:Claim)<-[:MADE]-(b:Actor) WHERE a.id < b.id
        RETURN a.id AS a, b.id AS b, count(*) AS n ORDER BY n DESC, a, b LIMIT 10""",
     """WITH s AS (SELECT m.src a, x.dst e FROM e_MADE m JOIN e_ABOUT x ON x.src = m.dst)
        SELECT s.a, t.a, count(*) n FROM s JOIN s t ON t.e = s.e AND s.a < t.a GROUP BY 1, 2 ORDER BY n DESC, 1, 2 LIMIT 10""", True),
    ("F8", "words in claims, by who they side with",
     """MATCH (c:Claim) WHERE c.text STARTS WITH 'Source rejects' OR c.text CONTAINS 'election'
        RETURN c.polarity AS polarity, count(*) AS n, sum(c.value) AS total""",
     """SELECT polarity, count(*), sum(value) FROM n_Claim WHERE text LIKE 'Source rejects%' OR text LIKE '%election%' GROUP BY 1""",
     False),
    ("F9", "publishers of first-hand reports that carry claims",
     """MATCH (r:Report) WHERE NOT EXISTS { MATCH (r)-[:CITES]->(:Report) } AND EXISTS { MATCH (:Claim)-[:REPORTED_IN]->(r) }
        RETURN r.publisher AS publisher, count(*) AS n""",
     """SELECT publisher, count(*) FROM n_Report r WHERE NOT EXISTS (SELECT 1 FROM e_CITES c WHERE c.src = r.id)
        AND EXISTS (SELECT 1 FROM e_REPORTED_IN x WHERE x.dst = r.id) GROUP BY 1""", False),
    ("F10", "airstrikes whose claims are contradicted most",
     """MATCH (e:Event) WHERE e.type = 'airstrike' AND e.date >= date('2015-01-01') AND e.date < date('2016-01-01')
        OPTIONAL MATCH (e)<-[:ABOUT]-(c:Claim)<-[:CONTRADICTS]-(d:Claim)
        RETURN e.id AS id, count(DISTINCT c) AS claims, count(d) AS n ORDER BY n DESC, id LIMIT 20""",
     """SELECT e.id, count(DISTINCT k.dst), count(k.src) n FROM n_Event e LEFT JOIN
        (SELECT a.dst e, k.src, k.dst FROM e_ABOUT a JOIN e_CONTRADICTS k ON k.dst = a.src) k ON k.e = e.id
        WHERE e.type = 'airstrike' AND e.date >= '2015-01-01' AND e.date < '2016-01-01'
        GROUP BY e.id ORDER BY n DESC, e.id LIMIT 20""", True),
    ("F11", "how many events the claims of each publisher rest on roots of",
     """MATCH (r:Report)<-[:REPORTED_IN]-(:Claim)-[:ABOUT]->(e:Event) WHERE r.publisher = $publisher
        MATCH (r)-[:CITES*0..]->(root:Report) WHERE NOT EXISTS { MATCH (root)-[:CITES]->(:Report) }
        RETURN e.type AS type, count(DISTINCT root) AS roots""",
     """WITH RECURSIVE s AS (SELECT DISTINCT e.type t, r.id r FROM n_Report r JOIN e_REPORTED_IN x ON x.dst = r.id
        JOIN e_ABOUT a ON a.src = x.src JOIN n_Event e ON e.id = a.dst WHERE r.publisher = $publisher),
        reach(t, r) AS (SELECT t, r FROM s UNION SELECT reach.t, c.dst FROM reach JOIN e_CITES c ON c.src = reach.r)
        SELECT t, count(*) FROM reach WHERE NOT EXISTS (SELECT 1 FROM e_CITES c WHERE c.src = reach.r) GROUP BY 1""", False),
    ("F12", "the busiest speakers about events of a month",
     """MATCH (a:Actor)-[:MADE]->(c:Claim) WHERE c.date >= date('2018-03-01') AND c.date < date('2018-04-01')
        WITH a, count(c) AS n, max(c.value) AS most WHERE n > 1 RETURN a.kind AS kind, a.country AS country, count(*) AS actors, sum(n) AS claims, max(most) AS most""",
     """SELECT a.kind, a.country, count(*), CAST(sum(n) AS BIGINT), max(most) FROM (SELECT m.src, count(*) n, max(c.value) most
        FROM e_MADE m JOIN n_Claim c ON c.id = m.dst WHERE c.date >= '2018-03-01' AND c.date < '2018-04-01' GROUP BY 1 HAVING count(*) > 1) s
        JOIN n_Actor a ON a.id = s.src GROUP BY 1, 2""", False),
    ("G1", "who takes the other side of a speaker",
     """MATCH (a:Actor {id: $speaker})-[:MADE]->(c:Claim)-[:ABOUT]->(e:Event)<-[:ABOUT]-(d:Claim)<-[:MADE]-(b:Actor)
        WHERE c.polarity <> d.polarity RETURN count(DISTINCT b) AS n""",
     """SELECT count(DISTINCT n.src) FROM e_MADE m JOIN n_Claim c ON c.id = m.dst JOIN e_ABOUT x ON x.src = c.id
        JOIN e_ABOUT y ON y.dst = x.dst JOIN n_Claim d ON d.id = y.src JOIN e_MADE n ON n.dst = d.id
        WHERE m.src = $speaker AND c.polarity <> d.polarity""", False),
    ("G2", "whom publishers quote",
     """MATCH (a:Actor)-[:MADE]->(:Claim)-[:REPORTED_IN]->(r:Report)
        RETURN r.publisher AS publisher, count(DISTINCT a) AS n ORDER BY n DESC, publisher LIMIT 10""",
     """SELECT r.publisher, count(DISTINCT m.src) n FROM e_MADE m JOIN e_REPORTED_IN x ON x.src = m.dst
        JOIN n_Report r ON r.id = x.dst GROUP BY 1 ORDER BY n DESC, 1 LIMIT 10""", True),
    ("G3", "kinds of events that many publishers carry",
     """MATCH (e:Event)<-[:ABOUT]-(:Claim)-[:REPORTED_IN]->(r:Report) WITH e, count(DISTINCT r.publisher) AS n WHERE n >= 6
        RETURN e.type AS type, count(*) AS events, max(n) AS most""",
     """SELECT type, count(*), max(n) FROM (SELECT e.id, e.type, count(DISTINCT r.publisher) n FROM n_Event e
        JOIN e_ABOUT a ON a.dst = e.id JOIN e_REPORTED_IN x ON x.src = a.src JOIN n_Report r ON r.id = x.dst
        GROUP BY 1, 2 HAVING count(DISTINCT r.publisher) >= 6) GROUP BY 1""", False),
    ("G4", "sure perpetrators of deadly events",
     """MATCH (a:Actor)-[p:PERPETRATED]->(e:Event) WHERE p.confidence > 0.9 AND e.killed > 0
        RETURN a.kind AS kind, count(*) AS n, sum(e.killed) AS killed""",
     """SELECT a.kind, count(*), CAST(sum(e.killed) AS BIGINT) FROM e_PERPETRATED p JOIN n_Event e ON e.id = p.dst
        JOIN n_Actor a ON a.id = p.src WHERE p.confidence > 0.9 AND e.killed > 0 GROUP BY 1""", False),
    ("G5", "pairs of members of one body",
     """MATCH (m:Actor)-[:MEMBER_OF]->(g:Actor)<-[:MEMBER_OF]-(n:Actor) WHERE m.id < n.id
        RETURN g.id AS id, count(*) AS pairs ORDER BY pairs DESC, id LIMIT 10""",
     """SELECT a.dst, count(*) n FROM e_MEMBER_OF a JOIN e_MEMBER_OF b ON b.dst = a.dst AND a.src < b.src
        GROUP BY 1 ORDER BY n DESC, 1 LIMIT 10""", True),
    ("G6", "parts in events by year",
     """MATCH (:Actor)-[p:PARTICIPATED]->(e:Event) RETURN p.role AS role, e.date.year AS year, count(*) AS n""",
     """SELECT p.role, year(e.date), count(*) FROM e_PARTICIPATED p JOIN n_Event e ON e.id = p.dst GROUP BY 1, 2""", False),
    ("G7", "who contradicts himself",
     """MATCH (a:Actor)-[:MADE]->(c:Claim)-[:CONTRADICTS]->(d:Claim)<-[:MADE]-(a) RETURN count(*) AS n""",
     """SELECT count(*) FROM e_MADE m JOIN e_CONTRADICTS k ON k.src = m.dst JOIN e_MADE n ON n.dst = k.dst AND n.src = m.src""", False),
    ("G8", "groups within two acquaintances",
     """MATCH (a:Actor {id: $speaker})-[:KNOWS*1..2]-(b:Actor) WHERE b.kind = 'group' AND b.id <> $speaker
        RETURN b.country AS country, count(DISTINCT b) AS n""",
     """WITH one AS (SELECT dst n FROM u_KNOWS WHERE src = $speaker), two AS
        (SELECT n FROM one UNION SELECT k.dst FROM one JOIN u_KNOWS k ON k.src = one.n)
        SELECT a.country, count(*) FROM two JOIN n_Actor a ON a.id = two.n WHERE a.kind = 'group' AND a.id <> $speaker GROUP BY 1""", False),
    ("G9", "a page of the claims with the greatest values",
     """MATCH (c:Claim) RETURN c.id AS id, c.value AS value ORDER BY value DESC, id SKIP 1000 LIMIT 50""",
     """SELECT id, value FROM n_Claim ORDER BY value DESC, id LIMIT 50 OFFSET 1000""", True),
    ("G10", "reports that rest on nobody of their own publisher",
     """MATCH (r:Report)-[:CITES]->(s:Report) WITH r, sum(CASE WHEN s.publisher = r.publisher THEN 1 ELSE 0 END) AS own, count(s) AS n
        WHERE own = 0 AND n >= 5 RETURN r.publisher AS publisher, count(*) AS reports""",
     """SELECT publisher, count(*) FROM (SELECT r.id, r.publisher, sum(CASE WHEN s.publisher = r.publisher THEN 1 ELSE 0 END) own,
        count(*) n FROM e_CITES c JOIN n_Report r ON r.id = c.src JOIN n_Report s ON s.id = c.dst GROUP BY 1, 2)
        WHERE own = 0 AND n >= 5 GROUP BY 1""", False),
]


def main():
    parser = argparse.ArgumentParser()
    for name in ("data", "binary", "shared"):
        parser.add_argument(name)
    parser.add_argument("--peers", default="duckdb,sqlite")
    parser.add_argument("--threads", default="1")
    parser.add_argument("--out")
    options = parser.parse_args()
    bench = os.path.join(options.shared, "bench")
    sys.path.insert(0, bench)
    from make_queries import bind, digest
    import compare

    with tempfile.TemporaryDirectory() as work:
        duck = compare.Duck(options.data, os.path.join(work, "answers"), 0)
        duck.load()
        duck.open()
        first = lambda sql: duck.c.execute(sql).fetchone()[0]
        parameters = {
            "actor": first("SELECT src FROM e_MEMBER_OF GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"),
            "hub": first("SELECT src FROM u_KNOWS GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"),
            "country": first("SELECT country FROM n_Place GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"),
            "origin": first("SELECT dst FROM e_CITES GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"),
            "speaker": first("SELECT src FROM e_MADE GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"),
            "publisher": first("SELECT publisher FROM n_Report GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1"),
        }
        queries = []
        for name, description, text, sql, ordered in QUESTIONS:
            rows = duck.c.execute(bind(sql, parameters)).fetchall()
            queries.append({
                "id": name, "description": description, "cypher": " ".join(text.split()), "ordered": ordered,
                "dialects": {"sql": " ".join(sql.split())}, "params": [key for key in parameters if "$" + key in text],
                "expected": {"M": digest(rows, ordered)},
            })
        duck.c.close()
        path = os.path.join(work, "queries.json")
        with open(path, "w") as file:
            json.dump({"format": 1, "params": {"M": parameters}, "queries": queries}, file)
        command = [sys.executable, os.path.join(bench, "compare.py"), "--data", options.data, "--queries", path,
                   "--scale", "M", "--peers", options.peers, "--ours", options.binary, "--threads", options.threads,
                   "--work", work]
        if options.out:
            command += ["--out", options.out]
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True)
        print(run.stdout, end="")
        sys.exit(1 if run.returncode or "WRONG" in run.stdout else 0)


main()

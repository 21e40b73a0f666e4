"""Further questions of the workload's kinds, beside other databases: twelve that came after the engine was tuned (F), ten
that came after it was tuned by those (G), and thirty-five (H) that filter, count, compare texts and aggregate over many
rows, half of which took longer than the best database when they were first asked.

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
    ("H1", "walks of up to two citations",
     """MATCH (r:Report)-[:CITES*0..2]->(x) RETURN count(*) AS n""",
     """WITH w AS (SELECT count(*) n FROM n_Report UNION ALL SELECT count(*) FROM e_CITES UNION ALL SELECT
        count(*) FROM e_CITES a JOIN e_CITES b ON a.dst=b.src) SELECT CAST(sum(n) AS BIGINT) FROM w""", False),
    ("H2", "second acquaintances, and from how many countries",
     """MATCH (a:Actor)-[:KNOWS]->(b:Actor)-[:KNOWS]->(c:Actor) RETURN count(DISTINCT a.country) AS d,
        count(*) AS n""",
     """WITH deg AS (SELECT src, count(*) n FROM e_KNOWS GROUP BY 1) SELECT count(DISTINCT a.country),
        CAST(sum(d.n) AS BIGINT) FROM e_KNOWS k JOIN deg d ON d.src=k.dst JOIN n_Actor a ON a.id=k.src""", False),
    ("H3", "different pairs of day and publisher",
     """MATCH (c:Claim)-[:REPORTED_IN]->(r:Report) WITH DISTINCT [c.date, r.publisher] AS k RETURN count(*) AS
        n""",
     """SELECT count(*) FROM (SELECT DISTINCT [CAST(c.date AS VARCHAR), r.publisher] FROM e_REPORTED_IN e JOIN
        n_Claim c ON c.id=e.src JOIN n_Report r ON r.id=e.dst)""", False),
    ("H4", "strong ties",
     """MATCH (a:Actor)-[k:KNOWS]->(b:Actor) WHERE k.weight > 50 RETURN count(*) AS n""",
     """SELECT count(*) FROM e_KNOWS WHERE weight > 50""", False),
    ("H5", "the strongest ties by country",
     """MATCH (a:Actor)-[k:KNOWS]->(b:Actor) WHERE k.weight > 90 RETURN a.country AS c, count(*) AS n""",
     """SELECT a.country, count(*) FROM e_KNOWS k JOIN n_Actor a ON a.id=k.src WHERE k.weight > 90 GROUP BY 1""", False),
    ("H6", "ties between countries",
     """MATCH (a:Actor)-[k:KNOWS]->(b:Actor) RETURN a.country AS c, b.country AS d, sum(k.weight) AS s,
        avg(k.weight) AS v""",
     """SELECT a.country, b.country, CAST(sum(k.weight) AS BIGINT), avg(k.weight) FROM e_KNOWS k JOIN n_Actor
        a ON a.id=k.src JOIN n_Actor b ON b.id=k.dst GROUP BY 1,2""", False),
    ("H7", "beginnings of claims",
     """MATCH (c:Claim) RETURN substring(c.text, 0, 10) AS y, count(*) AS n""",
     """SELECT substring(text,1,10), count(*) FROM n_Claim GROUP BY 1""", False),
    ("H8", "acquaintances that are no allies",
     """MATCH (a:Actor)-[:KNOWS]-(b:Actor) WHERE NOT EXISTS { (a)-[:ALLY_OF]-(b) } RETURN count(*) AS n""",
     """SELECT count(*) FROM u_KNOWS k WHERE NOT EXISTS (SELECT 1 FROM e_ALLY_OF x WHERE x.src=k.src AND
        x.dst=k.dst) AND NOT EXISTS (SELECT 1 FROM e_ALLY_OF x WHERE x.src=k.dst AND x.dst=k.src)""", False),
    ("H9", "first and last names by country",
     """MATCH (a:Actor) RETURN a.country AS c, max(a.name) AS m, min(a.name) AS l""",
     """SELECT country, max(name), min(name) FROM n_Actor GROUP BY 1""", False),
    ("H10", "how many were victims, by type",
     """MATCH (a:Actor)-[p:PARTICIPATED]->(e:Event) WHERE p.role = 'victim' RETURN e.type AS t, count(DISTINCT
        a) AS n""",
     """SELECT e.type, count(DISTINCT p.src) FROM e_PARTICIPATED p JOIN n_Event e ON e.id=p.dst WHERE
        p.role='victim' GROUP BY 1""", False),
    ("H11", "claims with a word, whatever its case",
     """MATCH (c:Claim) WHERE toLower(c.text) CONTAINS 'election' RETURN count(*) AS n""",
     """SELECT count(*) FROM n_Claim WHERE contains(lower(text),'election')""", False),
    ("H12", "claims that a pattern matches",
     """MATCH (c:Claim) WHERE c.text =~ '.*[0-9]{3} people.*' RETURN count(*) AS n""",
     """SELECT count(*) FROM n_Claim WHERE regexp_full_match(text,'.*[0-9]{3} people.*')""", False),
    ("H13", "events with many claims, and their sides",
     """MATCH (e:Event)<-[:ABOUT]-(c:Claim) WITH e, count(c) AS n, collect(c.polarity) AS p WHERE n > 8 RETURN
        count(e) AS k, sum(size(p)) AS s""",
     """SELECT count(*), CAST(sum(len(p)) AS BIGINT) FROM (SELECT x.dst, count(*) n, list(c.polarity) p FROM
        e_ABOUT x JOIN n_Claim c ON c.id=x.src GROUP BY 1 HAVING count(*)>8)""", False),
    ("H14", "percentile and deviation of the dead by type",
     """MATCH (e:Event) RETURN e.type AS t, percentileCont(e.killed, 0.9) AS p, stDev(e.killed) AS s""",
     """SELECT type, quantile_cont(killed, 0.9), stddev_samp(killed) FROM n_Event GROUP BY 1""", False),
    ("H15", "claims by month",
     """MATCH (c:Claim) RETURN c.date.year AS y, c.date.month AS m, count(*) AS n, avg(c.value) AS v""",
     """SELECT year(date), month(date), count(*), avg(value) FROM n_Claim GROUP BY 1,2""", False),
    ("H16", "members of one body from two countries",
     """MATCH (a:Actor)-[:MEMBER_OF]->(g:Actor)<-[:MEMBER_OF]-(b:Actor) WHERE a.country <> b.country RETURN
        g.id AS g, count(*) AS n ORDER BY n DESC, g LIMIT 10""",
     """SELECT m.dst, count(*) n FROM e_MEMBER_OF m JOIN e_MEMBER_OF o ON o.dst=m.dst AND o.src<>m.src JOIN
        n_Actor a ON a.id=m.src JOIN n_Actor b ON b.id=o.src WHERE a.country<>b.country GROUP BY 1 ORDER BY n
        DESC, 1 LIMIT 10""", True),
    ("H17", "who makes the greatest claims",
     """MATCH (c:Claim) WITH c ORDER BY c.value DESC, c.id LIMIT 1000 MATCH (c)<-[:MADE]-(a:Actor) RETURN
        a.kind AS k, count(*) AS n""",
     """WITH t AS (SELECT id FROM n_Claim ORDER BY value DESC, id LIMIT 1000) SELECT a.kind, count(*) FROM t
        JOIN e_MADE m ON m.dst=t.id JOIN n_Actor a ON a.id=m.src GROUP BY 1""", False),
    ("H18", "deadly events in a part of the map",
     """MATCH (e:Event)-[:LOCATED_IN]->(p:Place) WHERE p.lat > 40 AND p.lat < 50 AND p.lon > 0 AND e.killed >
        20 RETURN p.id AS i, e.id AS j ORDER BY i, j LIMIT 20""",
     """SELECT p.id, e.id FROM e_LOCATED_IN l JOIN n_Place p ON p.id=l.dst JOIN n_Event e ON e.id=l.src WHERE
        p.lat>40 AND p.lat<50 AND p.lon>0 AND e.killed>20 ORDER BY 1,2 LIMIT 20""", True),
    ("H19", "contradictions between kinds of actors",
     """MATCH (a:Actor)-[:MADE]->(c:Claim)-[:CONTRADICTS]->(d:Claim)<-[:MADE]-(b:Actor) WHERE a.kind <> b.kind
        RETURN a.kind AS k, b.kind AS l, count(*) AS n""",
     """SELECT a.kind, b.kind, count(*) FROM e_CONTRADICTS x JOIN e_MADE m ON m.dst=x.src JOIN e_MADE o ON
        o.dst=x.dst JOIN n_Actor a ON a.id=m.src JOIN n_Actor b ON b.id=o.src WHERE a.kind<>b.kind GROUP BY
        1,2""", False),
    ("H20", "whom the reports of a publisher rest on, by number of ways",
     """MATCH (r:Report)-[:CITES*1..3]->(o:Report) WHERE r.publisher = 'Publisher 003' RETURN o.publisher AS
        p, count(*) AS n ORDER BY n DESC, p LIMIT 10""",
     """WITH RECURSIVE w(n,l) AS (SELECT id,0 FROM n_Report WHERE publisher='Publisher 003' UNION ALL SELECT
        c.dst,l+1 FROM w JOIN e_CITES c ON c.src=w.n WHERE l<3) SELECT r.publisher, count(*) n FROM w JOIN
        n_Report r ON r.id=w.n WHERE l>0 GROUP BY 1 ORDER BY n DESC, 1 LIMIT 10""", True),
    ("H21", "the deadliest events of each type",
     """MATCH (e:Event) WITH e.type AS t, e ORDER BY e.killed DESC, e.id WITH t, collect(e.id)[0..3] AS top
        RETURN t, top""",
     """SELECT type, list(id ORDER BY killed DESC, id)[1:3] FROM n_Event GROUP BY 1""", False),
    ("H22", "claims that come after the day of their event",
     """MATCH (c:Claim)-[:ABOUT]->(e:Event) WHERE c.date > e.date RETURN e.type AS t, count(*) AS n""",
     """SELECT e.type, count(*) FROM e_ABOUT x JOIN n_Claim c ON c.id=x.src JOIN n_Event e ON e.id=x.dst WHERE
        c.date>e.date GROUP BY 1""", False),
    ("H23", "events of some types that nobody speaks of",
     """MATCH (e:Event) WHERE e.type IN ['airstrike','massacre','protest'] AND NOT (e)<-[:ABOUT]-() RETURN
        count(*) AS n""",
     """SELECT count(*) FROM n_Event e WHERE type IN ('airstrike','massacre','protest') AND NOT EXISTS (SELECT
        1 FROM e_ABOUT x WHERE x.dst=e.id)""", False),
    ("H24", "who killed most, by kind",
     """MATCH (a:Actor)-[:PERPETRATED]->(e:Event) WITH a, sum(e.killed) AS k WHERE k > 100 RETURN a.kind AS t,
        count(*) AS n, max(k) AS m""",
     """SELECT a.kind, count(*), CAST(max(k) AS BIGINT) FROM (SELECT p.src, sum(e.killed) k FROM e_PERPETRATED
        p JOIN n_Event e ON e.id=p.dst GROUP BY 1 HAVING sum(e.killed)>100) q JOIN n_Actor a ON a.id=q.src
        GROUP BY 1""", False),
    ("H25", "ties between two countries",
     """MATCH (a:Actor)-[k:KNOWS]-(b:Actor) WHERE a.country = 'Arvenia' AND b.country = 'Belmora' RETURN
        sum(k.weight) AS s, count(*) AS n""",
     """SELECT CAST(sum(weight) AS BIGINT), count(*) FROM (SELECT src,dst,weight FROM e_KNOWS UNION ALL SELECT
        dst,src,weight FROM e_KNOWS) k JOIN n_Actor a ON a.id=k.src JOIN n_Actor b ON b.id=k.dst WHERE
        a.country='Arvenia' AND b.country='Belmora'""", False),
    ("H26", "names with a word and a length",
     """MATCH (a:Actor) WHERE a.name CONTAINS 'Council' AND size(a.name) > 15 RETURN a.country AS c, count(*)
        AS n""",
     """SELECT country, count(*) FROM n_Actor WHERE contains(name,'Council') AND length(name)>15 GROUP BY 1""", False),
    ("H27", "events by publisher and country",
     """MATCH (r:Report)<-[:REPORTED_IN]-(c:Claim)-[:ABOUT]->(e:Event)-[:LOCATED_IN]->(p:Place) RETURN
        r.publisher AS u, p.country AS c, count(DISTINCT e) AS n ORDER BY n DESC, u, c LIMIT 10""",
     """SELECT r.publisher, p.country, count(DISTINCT x.dst) n FROM e_REPORTED_IN y JOIN n_Report r ON
        r.id=y.dst JOIN e_ABOUT x ON x.src=y.src JOIN e_LOCATED_IN l ON l.src=x.dst JOIN n_Place p ON
        p.id=l.dst GROUP BY 1,2 ORDER BY n DESC,1,2 LIMIT 10""", True),
    ("H28", "the first texts of one side",
     """MATCH (c:Claim) WHERE c.polarity = -1 RETURN c.text AS t ORDER BY t LIMIT 5""",
     """SELECT text FROM n_Claim WHERE polarity=-1 ORDER BY 1 LIMIT 5""", True),
    ("H29", "how many claims actors make, none among them",
     """MATCH (a:Actor) OPTIONAL MATCH (a)-[:MADE]->(c:Claim) WITH a, count(c) AS n RETURN n, count(*) AS k""",
     """SELECT n, count(*) FROM (SELECT a.id, count(m.dst) n FROM n_Actor a LEFT JOIN e_MADE m ON m.src=a.id
        GROUP BY 1) GROUP BY 1""", False),
    ("H30", "acquaintances that allies share",
     """MATCH (a:Actor)-[:KNOWS]->(b:Actor), (a)-[:ALLY_OF]->(c:Actor)-[:KNOWS]->(b) RETURN count(*) AS n""",
     """SELECT count(*) FROM e_KNOWS k JOIN e_ALLY_OF x ON x.src=k.src JOIN e_KNOWS o ON o.src=x.dst AND
        o.dst=k.dst""", False),
    ("H31", "words in names",
     """MATCH (e:Event) UNWIND split(e.name, '-') AS w RETURN w, count(*) AS n ORDER BY n DESC, w LIMIT 10""",
     """SELECT w, count(*) n FROM (SELECT unnest(string_split(name,'-')) w FROM n_Event) GROUP BY 1 ORDER BY n
        DESC, 1 LIMIT 10""", True),
    ("H32", "days between first and last claims",
     """MATCH (c:Claim)-[:ABOUT]->(e:Event) WITH e, max(c.date) AS last, min(c.date) AS first RETURN
        avg(duration.inDays(first, last).days) AS d""",
     """SELECT avg(date_diff('day', f, l)) FROM (SELECT x.dst, max(c.date) l, min(c.date) f FROM e_ABOUT x
        JOIN n_Claim c ON c.id=x.src GROUP BY 1)""", False),
    ("H33", "events by size",
     """MATCH (e:Event) RETURN CASE WHEN e.killed = 0 THEN 'none' WHEN e.killed < 10 THEN 'few' ELSE 'many'
        END AS k, count(*) AS n""",
     """SELECT CASE WHEN killed=0 THEN 'none' WHEN killed<10 THEN 'few' ELSE 'many' END k, count(*) FROM
        n_Event GROUP BY 1""", False),
    ("H34", "speakers and claims by country",
     """MATCH (a:Actor)-[:MADE]->(c:Claim) RETURN a.country AS c, count(*) AS n, count(DISTINCT a) AS d,
        avg(c.value) AS v""",
     """SELECT a.country, count(*), count(DISTINCT a.id), avg(c.value) FROM e_MADE m JOIN n_Actor a ON
        a.id=m.src JOIN n_Claim c ON c.id=m.dst GROUP BY 1""", False),
    ("H35", "years of each publisher",
     """MATCH (r:Report) RETURN r.publisher AS p, collect(DISTINCT r.date.year) AS y""",
     """SELECT publisher, list(DISTINCT year(date)) FROM n_Report GROUP BY 1""", False),
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

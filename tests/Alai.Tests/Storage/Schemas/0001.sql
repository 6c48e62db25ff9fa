-- A store as the first release left it: every table has rows. Never edited; see SchemaTests.
BEGIN TRANSACTION;
CREATE TABLE approval(
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES task(id),
  kind TEXT NOT NULL,
  subject_hash TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT NOT NULL,
  voided_at INTEGER
) STRICT;
INSERT INTO "approval" VALUES(1,1,'result','tree','human:anna',1795435200000,'good',NULL);
CREATE TABLE dependency(task_id INTEGER NOT NULL REFERENCES task(id), needs INTEGER NOT NULL REFERENCES task(id),
  PRIMARY KEY(task_id, needs), CHECK(task_id<>needs)) STRICT, WITHOUT ROWID;
INSERT INTO "dependency" VALUES(3,1);
CREATE TABLE effect(
  idem_key TEXT PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task(id),
  step TEXT NOT NULL,
  input_hash TEXT NOT NULL,
  status TEXT NOT NULL CHECK(status IN('intent','done','failed')),
  output TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "effect" VALUES('publish:1',2,'publish','abc','done','there',1795435200000,1795435200000);
CREATE TABLE event(
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  task_id INTEGER,
  root_id INTEGER,
  run_id INTEGER,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  data TEXT NOT NULL,
  prev BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
INSERT INTO "event" VALUES(1,1795435200000,1,1,NULL,'human:anna','filed','#1 filed: First things','{"uid":"01M844DZG0FNSHK6Z48MSBDPGB","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'00',X'21B8A155F7F8F9B2BC0866932169857514E413A0732F3EFC8B57C689573DCAB3');
INSERT INTO "event" VALUES(2,1795435200000,2,1,NULL,'human:anna','filed','#2 filed: First things','{"uid":"01M844DZG0NFHYZQ6Z8M49J7RJ","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'21B8A155F7F8F9B2BC0866932169857514E413A0732F3EFC8B57C689573DCAB3',X'C8D1030A9760BC4DB601CEE7236CC4C8AD522A5495C70EF717B68F91E34CD490');
INSERT INTO "event" VALUES(3,1795435200000,3,3,NULL,'human:anna','filed','#3 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M844DZG0CMTG5FKQJA08VWJF","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'C8D1030A9760BC4DB601CEE7236CC4C8AD522A5495C70EF717B68F91E34CD490',X'C1660508742CF1127647003ED463164D982E07039F8B41050ACD04517F6553B6');
INSERT INTO "event" VALUES(4,1795435200000,4,3,NULL,'human:anna','filed','#4 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M844DZG0B7DJBYPZMKFG0ZFS","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'C1660508742CF1127647003ED463164D982E07039F8B41050ACD04517F6553B6',X'A46346739F07B89EB71BD771C6A828A23D8592F478B351BFAB8691FE8BB30169');
INSERT INTO "event" VALUES(5,1795435200000,2,1,1,'daemon','claimed','#2 claimed as run 1: test','{"tier":5,"company":"codecraft","model":"","fence":1}',X'A46346739F07B89EB71BD771C6A828A23D8592F478B351BFAB8691FE8BB30169',X'19C86670D4232AFE81B36DABCF51660A8ACD3DAD2A681606C4F920CEA412A51E');
INSERT INTO "event" VALUES(6,1795435200000,2,1,NULL,'daemon','effect_begun','#2 begins publish','{}',X'19C86670D4232AFE81B36DABCF51660A8ACD3DAD2A681606C4F920CEA412A51E',X'783FCD10DAF9C43485A2D3041C115CC949580BBFC6EC8C8A6343DA58FEAF7325');
INSERT INTO "event" VALUES(7,1795435200000,2,1,NULL,'daemon','effect_ended','#2 publish done: there','{}',X'783FCD10DAF9C43485A2D3041C115CC949580BBFC6EC8C8A6343DA58FEAF7325',X'99FA8A42C70D3F9E0D532A8E8019DA1D5ACFA874FA1DF74FD51B9A21E2D9CC20');
INSERT INTO "event" VALUES(8,1795435200000,2,1,1,'run:1','ended','#2 run 1 ended verified, task held: done','{"outcome":"verified","to":"held","costMicroUsd":0,"tokensIn":0,"tokensOut":0,"artefact":"tree"}',X'99FA8A42C70D3F9E0D532A8E8019DA1D5ACFA874FA1DF74FD51B9A21E2D9CC20',X'581D5B6AF5ED168D13AA8F11E87A228FF9FB73F9FCE0C75E470A72328646F491');
INSERT INTO "event" VALUES(9,1795435200000,2,1,NULL,'daemon','held','#2 held (needs_approval): look','{}',X'581D5B6AF5ED168D13AA8F11E87A228FF9FB73F9FCE0C75E470A72328646F491',X'B83EA05BF1C26A600050E1EC9276642B57D894EF3808580E5D89F775147FE120');
INSERT INTO "event" VALUES(10,1795435200000,2,1,NULL,'human:anna','lifted','#2 open again; was held','{}',X'B83EA05BF1C26A600050E1EC9276642B57D894EF3808580E5D89F775147FE120',X'2985BEE68AC3DEF7A9C3029DC5EC4F118B65608767F63302B73E53FE2C1B4FF0');
INSERT INTO "event" VALUES(11,1795435200000,2,1,NULL,'human:anna','approved','#2 approved: look: good','{}',X'2985BEE68AC3DEF7A9C3029DC5EC4F118B65608767F63302B73E53FE2C1B4FF0',X'256CC6D2F276CCF7EA9975AFB0CD45F75A8B9D4A0C7B6F5E1086224B72B1A861');
INSERT INTO "event" VALUES(12,1795435200000,NULL,NULL,NULL,'human:anna','halted','dispatch halted: lunch','{}',X'256CC6D2F276CCF7EA9975AFB0CD45F75A8B9D4A0C7B6F5E1086224B72B1A861',X'FD184715CB8A71EBBBE9139BB9E38F96FF66D69B13904E6374E7C5AEA1698D94');
CREATE TABLE flag(name TEXT PRIMARY KEY, actor TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, is_on INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "flag" VALUES('halt','human:anna','lunch',1795435200000,1);
CREATE TABLE ledger(
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL,
  root_id INTEGER NOT NULL,
  run_id INTEGER NOT NULL,
  reserved_micro INTEGER NOT NULL CHECK(reserved_micro>=0),
  settled_micro INTEGER CHECK(settled_micro>=0),
  at INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;
INSERT INTO "ledger" VALUES(1,2,1,1,1000,900,1795435200000,1795435200000);
CREATE TABLE outbox(
  id INTEGER PRIMARY KEY,
  topic TEXT NOT NULL,
  idem_key TEXT NOT NULL UNIQUE,
  payload TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '',
  sent_at INTEGER
) STRICT;
INSERT INTO "outbox" VALUES(1,'nowhere','once','{}',1795435200000,1795435200000,0,'',NULL);
CREATE TABLE run(
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task(id),
  root_id INTEGER NOT NULL REFERENCES task(id),
  stage TEXT NOT NULL,
  fence INTEGER NOT NULL,
  owner TEXT NOT NULL,
  route TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  outcome TEXT,
  reason TEXT NOT NULL DEFAULT '',
  stopped INTEGER NOT NULL DEFAULT 0,
  phase TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  pulsed_at INTEGER NOT NULL,
  workspace TEXT,
  processes TEXT,
  figures TEXT NOT NULL DEFAULT '{}',
  checks TEXT NOT NULL DEFAULT '[]',
  judgement TEXT,
  artefact_hash TEXT,
  branch TEXT,
  UNIQUE(task_id, fence)
) STRICT;
INSERT INTO "run" VALUES(1,2,1,'single',1,'bdc1fe69-61cc-4343-89ae-68aadb466f93:4946:1543634:51d6b039b93848789386713212ce4807','{"tier":5,"company":"codecraft","role":"builder","model":"","executors":["human-queue"],"hosts":[],"paid":false,"reason":"test"}',1795435200000,1795435200000,'verified','done',0,'','',1795435200000,NULL,NULL,'{"tokensIn":0,"tokensOut":0,"costMicroUsd":0,"modelCalls":0,"toolCalls":0,"executor":"","model":"","modelDigest":"","host":"","promptHash":"","sandbox":"","sameModel":false}','[]',NULL,'tree',NULL);
CREATE TABLE task(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  root_id INTEGER NOT NULL REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER REFERENCES task(id),
  stage TEXT CHECK(stage IN('build','review','security','ops','docs','single')),
  round INTEGER NOT NULL DEFAULT 0,
  depth INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL CHECK(title<>''),
  product TEXT NOT NULL,
  priority INTEGER NOT NULL CHECK(priority BETWEEN 0 AND 3),
  filer TEXT NOT NULL,
  accountable TEXT,
  assignee TEXT,
  touched_at INTEGER,
  complexity INTEGER NOT NULL CHECK(complexity BETWEEN 1 AND 5),
  domain TEXT NOT NULL,
  kind TEXT NOT NULL,
  confidence REAL NOT NULL,
  classified_by TEXT NOT NULL,
  deploy INTEGER NOT NULL,
  docs INTEGER NOT NULL,
  state TEXT NOT NULL CHECK(state IN('open','running','held','done','cancelled')),
  hold_code TEXT CHECK(hold_code IN('safety_rule','needs_approval','human_tier','question','attempts_exhausted',
    'rounds_exhausted','paused','blocked','budget','config','sandbox','outcome_unknown')),
  hold_text TEXT,
  hold_lifted_by TEXT,
  sensitivity INTEGER NOT NULL CHECK(sensitivity BETWEEN 0 AND 2),
  trust INTEGER NOT NULL,
  approval_id INTEGER REFERENCES approval(id),
  consent_id INTEGER REFERENCES approval(id),
  attempts INTEGER NOT NULL DEFAULT 0,
  transients INTEGER NOT NULL DEFAULT 0,
  escalations INTEGER NOT NULL DEFAULT 0,
  tier INTEGER NOT NULL DEFAULT 0,
  run_at INTEGER NOT NULL,
  wait_reason TEXT NOT NULL DEFAULT '',
  fence INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  company TEXT,
  branch TEXT,
  artefact_hash TEXT,
  outcome TEXT,
  unique_key TEXT UNIQUE,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  finished_at INTEGER,
  CHECK((state='held') = (hold_code IS NOT NULL)),
  CHECK((state='running') = (owner IS NOT NULL)),
  CHECK(NOT(state='running' AND stage IS NULL)),
  -- The rail is a CHECK, not a trigger: it also covers INSERT, REPLACE and raising sensitivity on a live task.
  CHECK(NOT(state='running' AND sensitivity>=2 AND coalesce(owner,'') NOT LIKE 'human:%' AND approval_id IS NULL))
) STRICT;
INSERT INTO "task" VALUES(1,'01M844DZG0FNSHK6Z48MSBDPGB',1,NULL,NULL,0,0,'First things','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,5,1795435200000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795435200000,1795435200000,NULL);
INSERT INTO "task" VALUES(2,'01M844DZG0NFHYZQ6Z8M49J7RJ',1,1,'single',0,0,'First things','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,1,0,0,0,5,1795435200000,'',2,NULL,'codecraft',NULL,'tree',NULL,NULL,4,1795435200000,1795435200000,NULL);
INSERT INTO "task" VALUES(3,'01M844DZG0CMTG5FKQJA08VWJF',3,NULL,NULL,0,0,'Call the landlord æøå "quoted" \ 🍱','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,5,1795435200000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795435200000,1795435200000,NULL);
INSERT INTO "task" VALUES(4,'01M844DZG0B7DJBYPZMKFG0ZFS',3,3,'single',0,0,'Call the landlord æøå "quoted" \ 🍱','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,5,1795435200000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795435200000,1795435200000,NULL);
CREATE TABLE task_body(
  task_id INTEGER PRIMARY KEY REFERENCES task(id),
  labels TEXT NOT NULL,
  criteria TEXT NOT NULL,
  verify TEXT,
  why TEXT NOT NULL,
  last_failure TEXT NOT NULL DEFAULT '',
  input TEXT,
  pipeline TEXT,
  body TEXT NOT NULL
) STRICT;
INSERT INTO "task_body" VALUES(1,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(2,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(3,'["home","web"]','["he answers"]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(4,'[]','[]',NULL,'an errand','',NULL,NULL,'');
CREATE TABLE task_label(label TEXT NOT NULL, task_id INTEGER NOT NULL REFERENCES task(id),
  PRIMARY KEY(label, task_id)) STRICT, WITHOUT ROWID;
INSERT INTO "task_label" VALUES('home',3);
INSERT INTO "task_label" VALUES('web',3);
CREATE TABLE tick(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, data TEXT NOT NULL) STRICT;
INSERT INTO "tick" VALUES(1,1795435200000,'{"at":"2026-11-23T12:00:00+00:00","milliseconds":1.5,"seen":0,"claimed":0,"done":0,"unclaimed":0,"skipped":{},"alarms":[]}');
CREATE INDEX task_ready ON task(priority, run_at, id) WHERE state='open' AND stage IS NOT NULL;
CREATE INDEX task_wait ON task(run_at) WHERE state='open' AND stage IS NOT NULL;
CREATE INDEX task_family ON task(root_id, id);
CREATE INDEX task_parent ON task(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_owned ON task(owner) WHERE state='running';
CREATE INDEX task_held ON task(priority, updated_at, id) WHERE state='held';
CREATE INDEX task_roots ON task(id) WHERE stage IS NULL;
CREATE INDEX task_urgent ON task(priority, id) WHERE stage IS NULL;
CREATE INDEX task_standing ON task(state, id) WHERE stage IS NULL;
CREATE INDEX task_finished ON task(finished_at) WHERE stage IS NULL AND state='done';
CREATE TRIGGER task_sensitivity BEFORE UPDATE OF sensitivity ON task WHEN NEW.sensitivity < OLD.sensitivity
  BEGIN SELECT RAISE(ABORT,'sensitivity may only rise'); END;
CREATE TRIGGER task_kept BEFORE DELETE ON task BEGIN SELECT RAISE(ABORT,'tasks are never deleted'); END;
CREATE TRIGGER task_once BEFORE INSERT ON task WHEN EXISTS(SELECT 1 FROM task WHERE id=NEW.id OR uid=NEW.uid)
  BEGIN SELECT RAISE(ABORT,'a task is filed once'); END;
CREATE INDEX dependency_rev ON dependency(needs, task_id);
CREATE INDEX run_open ON run(owner) WHERE ended_at IS NULL;
CREATE INDEX run_ended ON run(ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX ledger_day ON ledger(at);
CREATE INDEX ledger_root ON ledger(root_id);
CREATE INDEX outbox_due ON outbox(due_at, id) WHERE sent_at IS NULL;
CREATE INDEX effect_open ON effect(at) WHERE status='intent';
CREATE INDEX event_root ON event(root_id, seq) WHERE root_id IS NOT NULL;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT,'events are append only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT,'events are append only'); END;
CREATE TRIGGER event_chain BEFORE INSERT ON event BEGIN
  SELECT RAISE(ABORT,'events are a chain') WHERE NEW.seq IS NOT (SELECT coalesce(max(seq),0)+1 FROM event)
    OR NEW.prev IS NOT coalesce((SELECT hash FROM event ORDER BY seq DESC LIMIT 1), x'00'); END;
COMMIT;

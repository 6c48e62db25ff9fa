-- A store as schema 5 left it, written by the program of that day: every table has rows. Never edited; see SchemaTests.
PRAGMA writable_schema=ON;
BEGIN TRANSACTION;
CREATE TABLE task(
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  root_id INTEGER NOT NULL REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER REFERENCES task(id),
  stage TEXT CHECK(stage='build' OR stage='review' OR stage='security' OR stage='ops' OR stage='docs' OR stage='single'),
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
  state TEXT NOT NULL CHECK(state='open' OR state='running' OR state='held' OR state='done' OR state='cancelled'),
  hold_code TEXT CHECK(hold_code='safety_rule' OR hold_code='needs_approval' OR hold_code='human_tier' OR hold_code='question'
    OR hold_code='attempts_exhausted' OR hold_code='rounds_exhausted' OR hold_code='paused' OR hold_code='blocked'
    OR hold_code='budget' OR hold_code='config' OR hold_code='sandbox' OR hold_code='outcome_unknown'),
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
  finished_at INTEGER, given_priority INTEGER NOT NULL DEFAULT 2 CHECK(given_priority BETWEEN 0 AND 3), due_at INTEGER, live INTEGER NOT NULL DEFAULT 0,
  CHECK((state='held') = (hold_code IS NOT NULL)),
  CHECK((state='running') = (owner IS NOT NULL)),
  CHECK(NOT(state='running' AND stage IS NULL)),
  -- The rail is a CHECK, not a trigger: it also covers INSERT, REPLACE and raising sensitivity on a live task.
  CHECK(NOT(state='running' AND sensitivity>=2 AND NOT(coalesce(owner,'')>='human:' AND coalesce(owner,'')<'human;') AND approval_id IS NULL))
) STRICT;
INSERT INTO "task" VALUES(1,'01M844TSN0FPVR165YZSR77RTE',1,NULL,NULL,0,0,'First things','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795435620000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795435620000,1795435620000,NULL,2,NULL,1);
INSERT INTO "task" VALUES(2,'01M844TSN029G1GHT4RB5ZQHM9',1,1,'single',0,0,'First things','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,1,0,0,0,5,1795437300000,'',2,NULL,'codecraft','alai/1','tree',NULL,NULL,4,1795435620000,1795437300000,NULL,2,NULL,0);
INSERT INTO "task" VALUES(3,'01M8457KT02EJRAKNA25DA1YN8',3,NULL,NULL,0,0,'Call the landlord æøå "quoted" \ 🍱','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795436040000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795436040000,1795436040000,NULL,2,1795694820000,1);
INSERT INTO "task" VALUES(4,'01M8457KT0C1FPY93AQ3TDG592',3,3,'single',0,0,'Call the landlord æøå "quoted" \ 🍱','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795436040000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795436040000,1795436040000,NULL,2,NULL,0);
INSERT INTO "task" VALUES(5,'01M846TWE0WV219N8B8SY21WXZ',5,3,NULL,0,1,'Ask for a receipt','',3,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'held','paused','not now','human:ben',0,3,NULL,NULL,0,0,0,0,1795437720000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,2,1795437720000,1795438140000,NULL,3,NULL,1);
INSERT INTO "task" VALUES(6,'01M846TWE024NHWMQT6X696JGE',5,5,'single',0,0,'Ask for a receipt','',3,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795437720000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795437720000,1795437720000,NULL,3,NULL,0);
INSERT INTO "task" VALUES(7,'01M847MGR0YP2GWHV0C105ZNED',7,NULL,NULL,0,0,'Read the contract','',1,'human:anna',NULL,'human:ben',1795439820000,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795438560000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,3,1795438560000,1795439820000,NULL,1,NULL,1);
INSERT INTO "task" VALUES(8,'01M847MGR0QP4MVY0CSW4MVJ7R',7,7,'single',0,0,'Read the contract','',1,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795438560000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,2,1795438560000,1795439820000,NULL,1,NULL,0);
INSERT INTO "task" VALUES(9,'01M8497SC0HA8H8RQN09JPCSAG',9,NULL,NULL,0,0,'Buy a fax','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'cancelled',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795440240000,'',0,NULL,NULL,NULL,NULL,'nobody has one',NULL,2,1795440240000,1795440660000,1795440660000,2,NULL,0);
INSERT INTO "task" VALUES(10,'01M8497SC0PMCAZ9PNZG3FK4PV',9,9,'single',0,0,'Buy a fax','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'cancelled',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795440240000,'',0,NULL,NULL,NULL,NULL,'nobody has one',NULL,2,1795440240000,1795440660000,1795440660000,2,NULL,0);
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
INSERT INTO "task_body" VALUES(3,'["home","web"]','["he answers"]',NULL,'an errand','',NULL,NULL,'About the door.');
INSERT INTO "task_body" VALUES(4,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(5,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(6,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(7,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(8,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(9,'[]','[]',NULL,'an errand','',NULL,NULL,'');
INSERT INTO "task_body" VALUES(10,'[]','[]',NULL,'an errand','',NULL,NULL,'');
CREATE TABLE task_label(label TEXT NOT NULL, task_id INTEGER NOT NULL REFERENCES task(id),
  PRIMARY KEY(label, task_id)) STRICT, WITHOUT ROWID;
INSERT INTO "task_label" VALUES('home',3);
INSERT INTO "task_label" VALUES('web',3);
CREATE TABLE dependency(task_id INTEGER NOT NULL REFERENCES task(id), needs INTEGER NOT NULL REFERENCES task(id),
  PRIMARY KEY(task_id, needs), CHECK(task_id<>needs)) STRICT, WITHOUT ROWID;
INSERT INTO "dependency" VALUES(3,1);
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
INSERT INTO "approval" VALUES(1,1,'result','tree','human:anna',1795437300000,'good',NULL);
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
INSERT INTO "run" VALUES(1,2,1,'single',1,'boot:1:1:abc','{"tier":5,"company":"codecraft","role":"builder","model":"","executors":["human-queue"],"hosts":[],"paid":false,"reason":"test"}',1795436460000,1795436880000,'verified','done',0,'','',1795436460000,NULL,NULL,'{"tokensIn":0,"tokensOut":0,"costMicroUsd":0,"modelCalls":0,"toolCalls":0,"executor":"","model":"","modelDigest":"","host":"","promptHash":"","sandbox":"","sameModel":false}','[{"check":"verification","passed":true,"seen":"exit 0","command":"","exitCode":null,"outputDigest":"","outputTail":"","treeHash":"","milliseconds":0}]',NULL,'tree','alai/1');
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
INSERT INTO "ledger" VALUES(1,2,1,1,1000,900,1795436460000,1795436460000);
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
INSERT INTO "outbox" VALUES(1,'nowhere','once','{}',1795436880000,1795436880000,0,'',NULL);
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
INSERT INTO "effect" VALUES('publish:1',2,'publish','abc','done','there',1795436460000,1795436460000);
CREATE TABLE tick(id INTEGER PRIMARY KEY, at INTEGER NOT NULL, data TEXT NOT NULL) STRICT;
INSERT INTO "tick" VALUES(1,1795441080000,'{"at":"2026-11-23T13:38:00+00:00","milliseconds":1.5,"seen":0,"claimed":0,"done":0,"unclaimed":0,"skipped":{},"alarms":[]}');
CREATE TABLE flag(name TEXT PRIMARY KEY, actor TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, is_on INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "flag" VALUES('halt','human:anna','lunch',1795441080000,1);
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
INSERT INTO "event" VALUES(1,1795435620000,1,1,NULL,'human:anna','filed','#1 filed: First things','{"uid":"01M844TSN0FPVR165YZSR77RTE","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"a72f62735ed3485c50aeb30ef2f58acdcc82fb9acbeb7663f276089501660850"}',X'00',X'FC5398DCE81592AC2AD9558ACF3F7D59D9389097B9574F3C04F735DBB68475E3');
INSERT INTO "event" VALUES(2,1795435620000,2,1,NULL,'human:anna','filed','#2 filed: First things','{"uid":"01M844TSN029G1GHT4RB5ZQHM9","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"a72f62735ed3485c50aeb30ef2f58acdcc82fb9acbeb7663f276089501660850"}',X'FC5398DCE81592AC2AD9558ACF3F7D59D9389097B9574F3C04F735DBB68475E3',X'2EF9F422C89A31E6039D2392288FF1E467B98216322CCE2C8662EBD8B5479DD7');
INSERT INTO "event" VALUES(3,1795436040000,3,3,NULL,'human:anna','filed','#3 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M8457KT02EJRAKNA25DA1YN8","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"a5f67733fc0a492627d0b60ae7713580a5e9828da1576345cf4921175791349a","terms":"aa0d10ec73372e4a0be7ba9231aac0631f7a3062d6d2602ba732c444965eed1e"}',X'2EF9F422C89A31E6039D2392288FF1E467B98216322CCE2C8662EBD8B5479DD7',X'EEF1D648E96354DB2437C9E4F3AFE689126232D5C19230B8510AB8D917AE63C4');
INSERT INTO "event" VALUES(4,1795436040000,4,3,NULL,'human:anna','filed','#4 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M8457KT0C1FPY93AQ3TDG592","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"08021750472e20be108d5eea1cc780c492a84c61c70ff1bc4ef4e246c32c2d17"}',X'EEF1D648E96354DB2437C9E4F3AFE689126232D5C19230B8510AB8D917AE63C4',X'D4837A5F398567C3FF2E03C0CC53AEF77A174D6E2A5E1CAE12930E5C25E94DE7');
INSERT INTO "event" VALUES(5,1795436460000,2,1,1,'daemon','claimed','#2 claimed as run 1: test','{"tier":5,"company":"codecraft","model":"","fence":1}',X'D4837A5F398567C3FF2E03C0CC53AEF77A174D6E2A5E1CAE12930E5C25E94DE7',X'1B57BEC1D6959CD62EF04019CF7E246045DC3C6A64AEA0E6DD248EAC4C179031');
INSERT INTO "event" VALUES(6,1795436460000,2,1,NULL,'daemon','effect_begun','#2 begins publish','{}',X'1B57BEC1D6959CD62EF04019CF7E246045DC3C6A64AEA0E6DD248EAC4C179031',X'14D194707897894F469E8A462690EB245228CFBF50F2DBFC5D7BEB7D8F134350');
INSERT INTO "event" VALUES(7,1795436460000,2,1,NULL,'daemon','effect_ended','#2 publish done: there','{}',X'14D194707897894F469E8A462690EB245228CFBF50F2DBFC5D7BEB7D8F134350',X'92739E55E27E07A18FEB0E3FB553395F5626403734108C845221B4D1B823BF36');
INSERT INTO "event" VALUES(8,1795436880000,2,1,1,'run:1','ended','#2 run 1 ended verified, task held: done','{"outcome":"verified","to":"held","costMicroUsd":0,"tokensIn":0,"tokensOut":0,"artefact":"tree","record":null,"result":"4e91f662b900414cd46aebca55964a5f0317dea3ae21b65d732faefeaf39f6e0"}',X'92739E55E27E07A18FEB0E3FB553395F5626403734108C845221B4D1B823BF36',X'F0A4B4DD6F8DBC572025812238BB15647025CF15895BB29A8BE67B789D3B9AA6');
INSERT INTO "event" VALUES(9,1795436880000,2,1,NULL,'daemon','held','#2 held (needs_approval): look','{}',X'F0A4B4DD6F8DBC572025812238BB15647025CF15895BB29A8BE67B789D3B9AA6',X'272E63B6D1E00F1D37D7FD28A01A11E990FA63011EB8C8843BF7A20A62AC8F84');
INSERT INTO "event" VALUES(10,1795437300000,2,1,NULL,'human:anna','lifted','#2 open again; was held','{}',X'272E63B6D1E00F1D37D7FD28A01A11E990FA63011EB8C8843BF7A20A62AC8F84',X'0BB7CE7916A06C95862237FCA29A057B0F87A6FE3E8ECE9082FE128FD4C2799B');
INSERT INTO "event" VALUES(11,1795437300000,2,1,NULL,'human:anna','approved','#2 approved: look: good','{}',X'0BB7CE7916A06C95862237FCA29A057B0F87A6FE3E8ECE9082FE128FD4C2799B',X'E99D79DBF4CA06495372CEF453F930D31A3FC24382D8402931453BFA12128D88');
INSERT INTO "event" VALUES(12,1795437720000,5,5,NULL,'human:anna','filed','#5 filed: Ask for a receipt','{"uid":"01M846TWE0WV219N8B8SY21WXZ","stage":null,"priority":"low","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"e467f6644e23764ae9dd6262add8519d1c4981477098def87472c0f6286243fa"}',X'E99D79DBF4CA06495372CEF453F930D31A3FC24382D8402931453BFA12128D88',X'67A51DE0631219A2F9D79635AE91B298B52E8662D7B2238A0C98029DC1ACDEE4');
INSERT INTO "event" VALUES(13,1795437720000,6,5,NULL,'human:anna','filed','#6 filed: Ask for a receipt','{"uid":"01M846TWE024NHWMQT6X696JGE","stage":"single","priority":"low","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"e467f6644e23764ae9dd6262add8519d1c4981477098def87472c0f6286243fa"}',X'67A51DE0631219A2F9D79635AE91B298B52E8662D7B2238A0C98029DC1ACDEE4',X'EE03D08474522AFD4FD2A0F69411EC040B080FD342BD613E7623A07EB6DEEB00');
INSERT INTO "event" VALUES(14,1795438140000,5,5,NULL,'human:ben','held','#5 held (paused): not now','{}',X'EE03D08474522AFD4FD2A0F69411EC040B080FD342BD613E7623A07EB6DEEB00',X'37EB6679279764849A37CE183613C5A9F1CE3848A2A5BA90E97C4B76366EB523');
INSERT INTO "event" VALUES(15,1795438560000,7,7,NULL,'human:anna','filed','#7 filed: Look through the contract','{"uid":"01M847MGR0YP2GWHV0C105ZNED","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"022451f04b05afa808c9eba9b8c9c324bf339c5d0adaa98213650b962e1b5f68"}',X'37EB6679279764849A37CE183613C5A9F1CE3848A2A5BA90E97C4B76366EB523',X'5872C00AEF2230566CAB5A5F290216F5D4FFFA84EC949509C09A5C7A986BE8D3');
INSERT INTO "event" VALUES(16,1795438560000,8,7,NULL,'human:anna','filed','#8 filed: Look through the contract','{"uid":"01M847MGR0QP4MVY0CSW4MVJ7R","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"022451f04b05afa808c9eba9b8c9c324bf339c5d0adaa98213650b962e1b5f68"}',X'5872C00AEF2230566CAB5A5F290216F5D4FFFA84EC949509C09A5C7A986BE8D3',X'DA15573CA7D10AFF7129D9D4015819EE5B222EE5844F5DC30714586859272E3D');
INSERT INTO "event" VALUES(17,1795438980000,7,7,NULL,'human:anna','assigned','#7 is in the hands of human:ben','{}',X'DA15573CA7D10AFF7129D9D4015819EE5B222EE5844F5DC30714586859272E3D',X'8A4402F12E96671F3DAB57467538ECB1F26082479030D2A28FB7E5F6AFCC2692');
INSERT INTO "event" VALUES(18,1795439400000,7,7,NULL,'human:ben','comment','on page 7','{"text":"on page 7"}',X'8A4402F12E96671F3DAB57467538ECB1F26082479030D2A28FB7E5F6AFCC2692',X'BF50BFE3C4615D7C1EE819BE92506C4FD32AAE6204594010EEE3D2C2561C2F03');
INSERT INTO "event" VALUES(19,1795439820000,7,7,NULL,'human:ben','edited','#7 edited: title "Look through the contract" -> "Read the contract", priority medium -> high','{"bodies":{"7":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","8":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},"terms":{"7":"c174162fbbeb5e39fa3e34455c849a10011ca6ba7bb0b5b92d33c4abb7d38e4b","8":"c174162fbbeb5e39fa3e34455c849a10011ca6ba7bb0b5b92d33c4abb7d38e4b"}}',X'BF50BFE3C4615D7C1EE819BE92506C4FD32AAE6204594010EEE3D2C2561C2F03',X'A16CCFE90E37C23D2BF0A6892089DEAE5589C28A1A40259DDD07391F8B4C1CCB');
INSERT INTO "event" VALUES(20,1795440240000,9,9,NULL,'human:anna','filed','#9 filed: Buy a fax','{"uid":"01M8497SC0HA8H8RQN09JPCSAG","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"5a968ac28723731d523618021fcbf27cb5c3379200d4538821769e3b1abd7a35"}',X'A16CCFE90E37C23D2BF0A6892089DEAE5589C28A1A40259DDD07391F8B4C1CCB',X'7EEE62AB536893B5C153CBCAB5B875327359BD9290EC9AB8441E246F3EBF5D37');
INSERT INTO "event" VALUES(21,1795440240000,10,9,NULL,'human:anna','filed','#10 filed: Buy a fax','{"uid":"01M8497SC0PMCAZ9PNZG3FK4PV","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"5a968ac28723731d523618021fcbf27cb5c3379200d4538821769e3b1abd7a35"}',X'7EEE62AB536893B5C153CBCAB5B875327359BD9290EC9AB8441E246F3EBF5D37',X'EF578EB351071B128FDC26667F98FED426067CE49C525E8C539254ACDF8C8DC6');
INSERT INTO "event" VALUES(22,1795440660000,9,9,NULL,'human:anna','cancelled','#9 cancelled: nobody has one','{}',X'EF578EB351071B128FDC26667F98FED426067CE49C525E8C539254ACDF8C8DC6',X'5375D77D07F0DE9FC0083E5C9BAC099674E3D4D90EAED947A67D461ED929E1DB');
INSERT INTO "event" VALUES(23,1795440660000,10,9,NULL,'human:anna','cancelled','#10 cancelled: nobody has one','{}',X'5375D77D07F0DE9FC0083E5C9BAC099674E3D4D90EAED947A67D461ED929E1DB',X'CB60C88C83B93DEB06ED37AB5EDB8C4CDE17CF7A2597DCD1FAE1E11CF540A8FD');
INSERT INTO "event" VALUES(24,1795441080000,NULL,NULL,NULL,'human:anna','scheduled','schedule rent made: 0 9 1 * * in Europe/Oslo','{}',X'CB60C88C83B93DEB06ED37AB5EDB8C4CDE17CF7A2597DCD1FAE1E11CF540A8FD',X'A9F825410E170A80C80CC893FE4409C075A5931A8C62F3AA94100B36CC174FE0');
INSERT INTO "event" VALUES(25,1795441080000,NULL,NULL,NULL,'daemon','schedule_failed','schedule rent could not file for 2026-11-22 13:38 UTC: passed over','{}',X'A9F825410E170A80C80CC893FE4409C075A5931A8C62F3AA94100B36CC174FE0',X'C9EB07E77E0B595E4C74500623DE12A7C5F87CAE017247B085A941D6E8799A44');
INSERT INTO "event" VALUES(26,1795441080000,NULL,NULL,NULL,'human:anna','halted','dispatch halted: lunch','{}',X'C9EB07E77E0B595E4C74500623DE12A7C5F87CAE017247B085A941D6E8799A44',X'50C4888B6C64857A7A2D81208D374C53629968C30A191334A4EDDE0B0135375A');
CREATE TABLE person(name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO "person" VALUES('human:anna');
INSERT INTO "person" VALUES('human:ben');
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql) VALUES('table','task_words','task_words',0,'CREATE VIRTUAL TABLE task_words USING fts5(title, body, labels, content='''', contentless_delete=1, tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE 'task_words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO "task_words_data" VALUES(1,X'06150302');
INSERT INTO "task_words_data" VALUES(10,X'00000000FF0000010106070006010101010100000102010102020000010301010303000001040101040401010105010105050000010601010606000001');
INSERT INTO "task_words_data" VALUES(137438953473,X'000000190630666972737401020201067468696E6773010203040A');
INSERT INTO "task_words_data" VALUES(274877906945,X'00000066063061626F75740306010102010463616C6C0302020104646F6F7203060101040104686F6D65030601020201086C616E646C6F7264030204010671756F7465640302060103746865030803010103010377656203060102030105C3A6C3B861030205040C090B0B0D0B0B0A');
INSERT INTO "task_words_data" VALUES(412316860417,X'000000250230610502040202736B0502020103666F7205020301077265636569707405020504060708');
INSERT INTO "task_words_data" VALUES(549755813889,X'0000002C0930636F6E747261637407020501046C6F6F6B07020201037468650702040305726F756768070203040D0908');
INSERT INTO "task_words_data" VALUES(687194767361,X'000000220930636F6E74726163740702040104726561640702020103746865070203040D09');
INSERT INTO "task_words_data" VALUES(824633720833,X'0000001A02306109020301036275790902020103666178090204040608');
INSERT INTO "task_words_data" VALUES(9007749010554880,X'04000000000000010000000000000000000000000000000000000000000000000000000000000007000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE 'task_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO "task_words_idx" VALUES(1,X'',2);
INSERT INTO "task_words_idx" VALUES(2,X'',2);
INSERT INTO "task_words_idx" VALUES(3,X'',2);
INSERT INTO "task_words_idx" VALUES(4,X'',2);
INSERT INTO "task_words_idx" VALUES(5,X'',2);
INSERT INTO "task_words_idx" VALUES(6,X'',2);
CREATE TABLE 'task_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO "task_words_docsize" VALUES(1,X'020000',1);
INSERT INTO "task_words_docsize" VALUES(3,X'050302',2);
INSERT INTO "task_words_docsize" VALUES(5,X'040000',3);
INSERT INTO "task_words_docsize" VALUES(7,X'030000',5);
INSERT INTO "task_words_docsize" VALUES(9,X'030000',6);
CREATE TABLE 'task_words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO "task_words_config" VALUES('version',4);
CREATE TABLE step_back(
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES task(id),
  actor TEXT NOT NULL,
  verb TEXT NOT NULL,
  version INTEGER NOT NULL,
  before TEXT NOT NULL
) STRICT;
INSERT INTO "step_back" VALUES(1,5,'human:ben','pause',2,'{"state":"open","hold":null,"assignee":null,"hadProgress":false,"edit":null,"hadNoOwner":false,"hadNoVerify":false}');
INSERT INTO "step_back" VALUES(2,7,'human:anna','assign',2,'{"state":"open","hold":null,"assignee":null,"hadProgress":false,"edit":null,"hadNoOwner":false,"hadNoVerify":false}');
INSERT INTO "step_back" VALUES(3,7,'human:ben','edit',3,'{"state":"open","hold":null,"assignee":"human:ben","hadProgress":false,"edit":{"title":"Look through the contract","body":null,"priority":"medium","product":null,"owner":null,"criteria":null,"labels":null,"addLabels":[],"removeLabels":[],"verify":null,"deploy":null,"docs":null,"after":null,"due":null,"sensitivity":null,"hold":null,"classification":null},"hadNoOwner":false,"hadNoVerify":false}');
INSERT INTO "step_back" VALUES(4,9,'human:anna','cancel',2,'{"state":"open","hold":null,"assignee":null,"hadProgress":false,"edit":null,"hadNoOwner":false,"hadNoVerify":false}');
CREATE TABLE schedule(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  cron TEXT NOT NULL,
  zone TEXT NOT NULL,
  template TEXT NOT NULL,
  missed TEXT NOT NULL CHECK(missed IN('one','skip','all')),
  most INTEGER NOT NULL CHECK(most BETWEEN 1 AND 100),
  actor TEXT NOT NULL,
  paused INTEGER NOT NULL DEFAULT 0,
  -- Every slot up to this moment was fired or passed over.
  seen_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
INSERT INTO "schedule" VALUES(1,'rent','0 9 1 * *','Europe/Oslo','{"title":"Pay the rent"}','one',3,'human:anna',0,1795441080000,1795441080000);
CREATE TABLE schedule_fire(
  schedule_id INTEGER NOT NULL REFERENCES schedule(id) ON DELETE CASCADE,
  slot INTEGER NOT NULL,
  task_id INTEGER REFERENCES task(id),
  note TEXT NOT NULL DEFAULT '',
  at INTEGER NOT NULL,
  PRIMARY KEY(schedule_id, slot)
) STRICT, WITHOUT ROWID;
INSERT INTO "schedule_fire" VALUES(1,1795354680000,NULL,'passed over',1795441080000);
CREATE TABLE ledger_sum(quarter INTEGER PRIMARY KEY, micro INTEGER NOT NULL) STRICT;
INSERT INTO "ledger_sum" VALUES(1994929,900);
CREATE TABLE store_commit(id INTEGER PRIMARY KEY CHECK(id=1), number INTEGER NOT NULL) STRICT;
INSERT INTO "store_commit" VALUES(1,3);
CREATE INDEX task_ready ON task(priority, run_at, id) WHERE state='open' AND stage IS NOT NULL;
CREATE INDEX task_family ON task(root_id, id);
CREATE INDEX task_parent ON task(parent_id) WHERE parent_id IS NOT NULL;
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
CREATE INDEX task_age ON task(priority, given_priority, created_at) WHERE stage IS NULL AND state='open' AND priority>1;
CREATE INDEX task_due ON task(due_at, id) WHERE due_at IS NOT NULL AND finished_at IS NULL;
CREATE INDEX step_back_actor ON step_back(actor, id);
CREATE INDEX task_advance ON task(id) WHERE stage IS NULL AND state='open' AND assignee IS NULL AND live=0;
CREATE TRIGGER task_live_filed AFTER INSERT ON task WHEN NEW.stage IS NOT NULL AND NEW.state NOT IN('done','cancelled')
  BEGIN UPDATE task SET live=live+1 WHERE id=NEW.root_id; END;
CREATE TRIGGER task_live_moved AFTER UPDATE OF state ON task
  WHEN NEW.stage IS NOT NULL AND (OLD.state NOT IN('done','cancelled')) <> (NEW.state NOT IN('done','cancelled'))
  BEGIN UPDATE task SET live=live+iif(NEW.state NOT IN('done','cancelled'), 1, -1) WHERE id=NEW.root_id; END;
CREATE TRIGGER ledger_settled AFTER UPDATE OF settled_micro ON ledger BEGIN
  UPDATE ledger_sum SET micro=micro+coalesce(NEW.settled_micro,NEW.reserved_micro)-coalesce(OLD.settled_micro,OLD.reserved_micro)
    WHERE quarter=NEW.at/900000; END;
CREATE TRIGGER event_chain BEFORE INSERT ON event
  WHEN EXISTS(SELECT 1 FROM event WHERE seq>=NEW.seq)
    OR (NOT EXISTS(SELECT 1 FROM event WHERE seq=NEW.seq-1 AND hash=NEW.prev) AND NOT(NEW.seq=1 AND NEW.prev=x'00'))
  BEGIN SELECT RAISE(ROLLBACK,'events are a chain'); END;
CREATE TRIGGER ledger_quarter BEFORE INSERT ON ledger WHEN NOT EXISTS(SELECT 1 FROM ledger_sum WHERE quarter=NEW.at/900000)
  BEGIN INSERT INTO ledger_sum VALUES(NEW.at/900000, 0); END;
CREATE TRIGGER ledger_reserved AFTER INSERT ON ledger BEGIN
  UPDATE ledger_sum SET micro=micro+coalesce(NEW.settled_micro,NEW.reserved_micro) WHERE quarter=NEW.at/900000; END;
COMMIT;

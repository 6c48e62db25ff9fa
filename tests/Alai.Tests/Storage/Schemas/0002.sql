-- A store as schema 2 left it, written by the program of that day: every table has rows. Never edited; see SchemaTests.
PRAGMA writable_schema=ON;
BEGIN TRANSACTION;
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
  finished_at INTEGER, given_priority INTEGER NOT NULL DEFAULT 2 CHECK(given_priority BETWEEN 0 AND 3), due_at INTEGER,
  CHECK((state='held') = (hold_code IS NOT NULL)),
  CHECK((state='running') = (owner IS NOT NULL)),
  CHECK(NOT(state='running' AND stage IS NULL)),
  -- The rail is a CHECK, not a trigger: it also covers INSERT, REPLACE and raising sensitivity on a live task.
  CHECK(NOT(state='running' AND sensitivity>=2 AND coalesce(owner,'') NOT LIKE 'human:%' AND approval_id IS NULL))
) STRICT;
INSERT INTO "task" VALUES(1,'01M844TSN08QMRQPE3T4J746JP',1,NULL,NULL,0,0,'First things','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795435620000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795435620000,1795435620000,NULL,2,NULL);
INSERT INTO "task" VALUES(2,'01M844TSN07S1RHYC9KT81AXFF',1,1,'single',0,0,'First things','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,1,0,0,0,5,1795437300000,'',2,NULL,'codecraft','alai/1','tree',NULL,NULL,4,1795435620000,1795437300000,NULL,2,NULL);
INSERT INTO "task" VALUES(3,'01M8457KT01698TEGMY5SS7BWR',3,NULL,NULL,0,0,'Call the landlord æøå "quoted" \ 🍱','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795436040000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795436040000,1795436040000,NULL,2,1795694820000);
INSERT INTO "task" VALUES(4,'01M8457KT0TV9YW3QVM261TXX2',3,3,'single',0,0,'Call the landlord æøå "quoted" \ 🍱','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795436040000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795436040000,1795436040000,NULL,2,NULL);
INSERT INTO "task" VALUES(5,'01M846TWE0YXWV6GN0BYS6H3W6',5,3,NULL,0,1,'Ask for a receipt','',3,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'held','paused','not now','human:ben',0,3,NULL,NULL,0,0,0,0,1795437720000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,2,1795437720000,1795438140000,NULL,3,NULL);
INSERT INTO "task" VALUES(6,'01M846TWE0GG0VJSACVP9N1N5X',5,5,'single',0,0,'Ask for a receipt','',3,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795437720000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,1,1795437720000,1795437720000,NULL,3,NULL);
INSERT INTO "task" VALUES(7,'01M847MGR0KZD5ENWXFGA4G76K',7,NULL,NULL,0,0,'Read the contract','',1,'human:anna',NULL,'human:ben',1795439820000,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795438560000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,3,1795438560000,1795439820000,NULL,1,NULL);
INSERT INTO "task" VALUES(8,'01M847MGR01BR7QAPB6JNH10F2',7,7,'single',0,0,'Read the contract','',1,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'open',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795438560000,'',0,NULL,NULL,NULL,NULL,NULL,NULL,2,1795438560000,1795439820000,NULL,1,NULL);
INSERT INTO "task" VALUES(9,'01M8497SC0YG4K8VNFMEVHD5TF',9,NULL,NULL,0,0,'Buy a fax','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'cancelled',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795440240000,'',0,NULL,NULL,NULL,NULL,'nobody has one',NULL,2,1795440240000,1795440660000,1795440660000,2,NULL);
INSERT INTO "task" VALUES(10,'01M8497SC0YHAH58928PX5QXXR',9,9,'single',0,0,'Buy a fax','',2,'human:anna',NULL,NULL,NULL,1,'backend','errand',0.9,'rules',0,0,'cancelled',NULL,NULL,NULL,0,3,NULL,NULL,0,0,0,0,1795440240000,'',0,NULL,NULL,NULL,NULL,'nobody has one',NULL,2,1795440240000,1795440660000,1795440660000,2,NULL);
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
INSERT INTO "event" VALUES(1,1795435620000,1,1,NULL,'human:anna','filed','#1 filed: First things','{"uid":"01M844TSN08QMRQPE3T4J746JP","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'00',X'9D1E03B8592EAAB09F6CB6343046F32F2AB8A753D749BC7A18ECF86E95869832');
INSERT INTO "event" VALUES(2,1795435620000,2,1,NULL,'human:anna','filed','#2 filed: First things','{"uid":"01M844TSN07S1RHYC9KT81AXFF","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'9D1E03B8592EAAB09F6CB6343046F32F2AB8A753D749BC7A18ECF86E95869832',X'21AE4627BF35958EC005323598B2D29D5CC8F1100739C65CEC577F15DD59D84A');
INSERT INTO "event" VALUES(3,1795436040000,3,3,NULL,'human:anna','filed','#3 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M8457KT01698TEGMY5SS7BWR","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"a5f67733fc0a492627d0b60ae7713580a5e9828da1576345cf4921175791349a"}',X'21AE4627BF35958EC005323598B2D29D5CC8F1100739C65CEC577F15DD59D84A',X'54A65A76D81A2E17261BC9982F0C87B2CF3A228BB3C20F5ACB5DE09ED821E33D');
INSERT INTO "event" VALUES(4,1795436040000,4,3,NULL,'human:anna','filed','#4 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M8457KT0TV9YW3QVM261TXX2","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'54A65A76D81A2E17261BC9982F0C87B2CF3A228BB3C20F5ACB5DE09ED821E33D',X'5E3FF74C715478A1F3A04FA0699C272D1C72AA5ECEAA93D104CB6BA35C7791D9');
INSERT INTO "event" VALUES(5,1795436460000,2,1,1,'daemon','claimed','#2 claimed as run 1: test','{"tier":5,"company":"codecraft","model":"","fence":1}',X'5E3FF74C715478A1F3A04FA0699C272D1C72AA5ECEAA93D104CB6BA35C7791D9',X'ACA3A252BEE40A5FB0561274FAA17A215A83AF5A98FC727B80B7BB85A6BDD1F6');
INSERT INTO "event" VALUES(6,1795436460000,2,1,NULL,'daemon','effect_begun','#2 begins publish','{}',X'ACA3A252BEE40A5FB0561274FAA17A215A83AF5A98FC727B80B7BB85A6BDD1F6',X'BCCBF04FB332434D84011F4DD73EE614108CF69039EBA9E0BD8B84F777295830');
INSERT INTO "event" VALUES(7,1795436460000,2,1,NULL,'daemon','effect_ended','#2 publish done: there','{}',X'BCCBF04FB332434D84011F4DD73EE614108CF69039EBA9E0BD8B84F777295830',X'6BFDDDAC492D85F9AF8600A272B5DA785D715006C94445D4D7160302001AA283');
INSERT INTO "event" VALUES(8,1795436880000,2,1,1,'run:1','ended','#2 run 1 ended verified, task held: done','{"outcome":"verified","to":"held","costMicroUsd":0,"tokensIn":0,"tokensOut":0,"artefact":"tree"}',X'6BFDDDAC492D85F9AF8600A272B5DA785D715006C94445D4D7160302001AA283',X'445B05570CC71105138CE40A035E7EE04E57ECE1EF8E0ABA682C6863ACE0539F');
INSERT INTO "event" VALUES(9,1795436880000,2,1,NULL,'daemon','held','#2 held (needs_approval): look','{}',X'445B05570CC71105138CE40A035E7EE04E57ECE1EF8E0ABA682C6863ACE0539F',X'5178EADAD118E1F640344CB9986674E44492CCB7BAAF991A5C7640D369E3DD2C');
INSERT INTO "event" VALUES(10,1795437300000,2,1,NULL,'human:anna','lifted','#2 open again; was held','{}',X'5178EADAD118E1F640344CB9986674E44492CCB7BAAF991A5C7640D369E3DD2C',X'51EE147DFCA6832B69E390D54AE2760BC5C4A710BA2B1AFDDFD5ADCF6DD4974E');
INSERT INTO "event" VALUES(11,1795437300000,2,1,NULL,'human:anna','approved','#2 approved: look: good','{}',X'51EE147DFCA6832B69E390D54AE2760BC5C4A710BA2B1AFDDFD5ADCF6DD4974E',X'78E47BCBD5B3D3CAE129A0A3824C18CFC0D575F31A11B36A8165C4DF11982898');
INSERT INTO "event" VALUES(12,1795437720000,5,5,NULL,'human:anna','filed','#5 filed: Ask for a receipt','{"uid":"01M846TWE0YXWV6GN0BYS6H3W6","stage":null,"priority":"low","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'78E47BCBD5B3D3CAE129A0A3824C18CFC0D575F31A11B36A8165C4DF11982898',X'FCA83C8C323F7D6B8120706464CB763EB62EF132ECA7E9230B92F4F078042D6C');
INSERT INTO "event" VALUES(13,1795437720000,6,5,NULL,'human:anna','filed','#6 filed: Ask for a receipt','{"uid":"01M846TWE0GG0VJSACVP9N1N5X","stage":"single","priority":"low","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'FCA83C8C323F7D6B8120706464CB763EB62EF132ECA7E9230B92F4F078042D6C',X'E71EBEE6144592FE6966C15CFE9D28A71BB816FF3A0745C8158CC7FAC25D4C2C');
INSERT INTO "event" VALUES(14,1795438140000,5,5,NULL,'human:ben','held','#5 held (paused): not now','{}',X'E71EBEE6144592FE6966C15CFE9D28A71BB816FF3A0745C8158CC7FAC25D4C2C',X'8D8B8559F108A2001A607D75ABE2BB2BA6F06AA2025BB187285FF47DAF198F13');
INSERT INTO "event" VALUES(15,1795438560000,7,7,NULL,'human:anna','filed','#7 filed: Look through the contract','{"uid":"01M847MGR0KZD5ENWXFGA4G76K","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'8D8B8559F108A2001A607D75ABE2BB2BA6F06AA2025BB187285FF47DAF198F13',X'1162A95B969F3A4EEB1A4A8D8A6663C3E98A8C99EF7C8779EB6CFA70A6ACF91E');
INSERT INTO "event" VALUES(16,1795438560000,8,7,NULL,'human:anna','filed','#8 filed: Look through the contract','{"uid":"01M847MGR01BR7QAPB6JNH10F2","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'1162A95B969F3A4EEB1A4A8D8A6663C3E98A8C99EF7C8779EB6CFA70A6ACF91E',X'B0572EA4B6C06F4AE8EC6B58F5156880E9C52806D241E6056265E6914C667F59');
INSERT INTO "event" VALUES(17,1795438980000,7,7,NULL,'human:anna','assigned','#7 is in the hands of human:ben','{}',X'B0572EA4B6C06F4AE8EC6B58F5156880E9C52806D241E6056265E6914C667F59',X'EECBAFD16BF0AC81F47C49693015DAF18C3986C7C8710C82D1544F04D887CF39');
INSERT INTO "event" VALUES(18,1795439400000,7,7,NULL,'human:ben','comment','on page 7','{"text":"on page 7"}',X'EECBAFD16BF0AC81F47C49693015DAF18C3986C7C8710C82D1544F04D887CF39',X'27183C99A2486C756E83706C79B432B7DEC04E14C4C6FB4878E61450154C00CC');
INSERT INTO "event" VALUES(19,1795439820000,7,7,NULL,'human:ben','edited','#7 edited: title, priority','{"bodies":{}}',X'27183C99A2486C756E83706C79B432B7DEC04E14C4C6FB4878E61450154C00CC',X'5F9A56A01ABF182BD8AD297E565A34D3F5E56A353847371A260938370F23EC9A');
INSERT INTO "event" VALUES(20,1795440240000,9,9,NULL,'human:anna','filed','#9 filed: Buy a fax','{"uid":"01M8497SC0YG4K8VNFMEVHD5TF","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'5F9A56A01ABF182BD8AD297E565A34D3F5E56A353847371A260938370F23EC9A',X'73E83FC1D395FD04639921C42A1C2D5FE58802B13BB196BAF424DE32707B351C');
INSERT INTO "event" VALUES(21,1795440240000,10,9,NULL,'human:anna','filed','#10 filed: Buy a fax','{"uid":"01M8497SC0YHAH58928PX5QXXR","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}',X'73E83FC1D395FD04639921C42A1C2D5FE58802B13BB196BAF424DE32707B351C',X'8D76C39EC9E1C5938A08A3031E5ABD1B4E3A794E697C9D38B82A35BF899AED55');
INSERT INTO "event" VALUES(22,1795440660000,9,9,NULL,'human:anna','cancelled','#9 cancelled: nobody has one','{}',X'8D76C39EC9E1C5938A08A3031E5ABD1B4E3A794E697C9D38B82A35BF899AED55',X'AF5C8AD773DFB38C8B6F3D77EA93B32E219F6C6728633EB714921E99BD2E3345');
INSERT INTO "event" VALUES(23,1795440660000,10,9,NULL,'human:anna','cancelled','#10 cancelled: nobody has one','{}',X'AF5C8AD773DFB38C8B6F3D77EA93B32E219F6C6728633EB714921E99BD2E3345',X'35986B81A8759CDD8787652BAA390FD4735FA6538F508FF447EABC4525D4F9D0');
INSERT INTO "event" VALUES(24,1795441080000,NULL,NULL,NULL,'human:anna','scheduled','schedule rent made: 0 9 1 * * in Europe/Oslo','{}',X'35986B81A8759CDD8787652BAA390FD4735FA6538F508FF447EABC4525D4F9D0',X'E7C4173F24397FF710F43C2AA095F7F347FEAAAD78E8FDAF0EF1BD8DCCB202E3');
INSERT INTO "event" VALUES(25,1795441080000,NULL,NULL,NULL,'daemon','schedule_failed','schedule rent could not file for 2026-11-22 13:38 UTC: passed over','{}',X'E7C4173F24397FF710F43C2AA095F7F347FEAAAD78E8FDAF0EF1BD8DCCB202E3',X'DCE9D03879D87C7CD51AD550821D45425938047B17EF590E51B08A2888BDD8AD');
INSERT INTO "event" VALUES(26,1795441080000,NULL,NULL,NULL,'human:anna','halted','dispatch halted: lunch','{}',X'DCE9D03879D87C7CD51AD550821D45425938047B17EF590E51B08A2888BDD8AD',X'3AD8EEA1839AB95EBB81E08D7E7858AD07134E220F290F3D501FFC6E4B75A5B5');
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
INSERT INTO "step_back" VALUES(3,7,'human:ben','edit',3,'{"state":"open","hold":null,"assignee":"human:ben","hadProgress":false,"edit":{"title":"Look through the contract","body":null,"priority":"medium","product":null,"owner":null,"criteria":null,"labels":null,"verify":null,"deploy":null,"docs":null,"after":null,"due":null,"sensitivity":null,"hold":null,"classification":null},"hadNoOwner":false,"hadNoVerify":false}');
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
CREATE INDEX task_age ON task(priority, given_priority, created_at) WHERE stage IS NULL AND state='open' AND priority>1;
CREATE INDEX task_due ON task(due_at, id) WHERE due_at IS NOT NULL AND finished_at IS NULL;
CREATE INDEX step_back_actor ON step_back(actor, id);
COMMIT;

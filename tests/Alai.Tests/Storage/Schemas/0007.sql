-- A store as schema 7 left it, written by the program of that day: every table has rows. Never edited; see SchemaTests.
PRAGMA writable_schema=ON;
BEGIN TRANSACTION;
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
INSERT INTO "event" VALUES(1,1795435620000,1,1,NULL,'human:anna','filed','#1 filed: First things','{"uid":"01M844TSN0MXPJGN4KF4S78ZKN","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"a72f62735ed3485c50aeb30ef2f58acdcc82fb9acbeb7663f276089501660850"}',X'00',X'5F33506162F2B65656B72D949D48DAD684B355B0FA9AE8D8B28DAD861EEA3BD0');
INSERT INTO "event" VALUES(2,1795435620000,2,1,NULL,'human:anna','filed','#2 filed: First things','{"uid":"01M844TSN02WM8YB5NAS0WZ4PQ","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"a72f62735ed3485c50aeb30ef2f58acdcc82fb9acbeb7663f276089501660850"}',X'5F33506162F2B65656B72D949D48DAD684B355B0FA9AE8D8B28DAD861EEA3BD0',X'08B145BB9FA612F4704B7D947D56D1F072476D5B0B5085A5D51F510B6DDF0B71');
INSERT INTO "event" VALUES(3,1795436040000,3,3,NULL,'human:anna','filed','#3 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M8457KT098YDZ68BQFD1QDP5","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"a5f67733fc0a492627d0b60ae7713580a5e9828da1576345cf4921175791349a","terms":"aa0d10ec73372e4a0be7ba9231aac0631f7a3062d6d2602ba732c444965eed1e"}',X'08B145BB9FA612F4704B7D947D56D1F072476D5B0B5085A5D51F510B6DDF0B71',X'F164429BD976D1693B1545727FCF31833D6DED0C875128BC478AD96DEBCB56C8');
INSERT INTO "event" VALUES(4,1795436040000,4,3,NULL,'human:anna','filed','#4 filed: Call the landlord æøå "quoted" \ 🍱','{"uid":"01M8457KT0QGTAGXB8JZ620WQM","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"08021750472e20be108d5eea1cc780c492a84c61c70ff1bc4ef4e246c32c2d17"}',X'F164429BD976D1693B1545727FCF31833D6DED0C875128BC478AD96DEBCB56C8',X'B8D489A0D9A1B502C47419D0A7D949A4CBE23B03FABBCB01D4AAAB8BA7A17279');
INSERT INTO "event" VALUES(5,1795436460000,2,1,1,'daemon','claimed','#2 claimed as run 1: test','{"tier":5,"company":"codecraft","model":"","fence":1}',X'B8D489A0D9A1B502C47419D0A7D949A4CBE23B03FABBCB01D4AAAB8BA7A17279',X'D158EA8AF00E90260423B48E9847604B2B67CEE674F83D9C01E46A17DD284E41');
INSERT INTO "event" VALUES(6,1795436460000,2,1,NULL,'daemon','effect_begun','#2 begins publish','{}',X'D158EA8AF00E90260423B48E9847604B2B67CEE674F83D9C01E46A17DD284E41',X'0AB57119254C7AB5F770528F08B93BF852715D79AEDA767516D7DF7C720FB65A');
INSERT INTO "event" VALUES(7,1795436460000,2,1,NULL,'daemon','effect_ended','#2 publish done: there','{}',X'0AB57119254C7AB5F770528F08B93BF852715D79AEDA767516D7DF7C720FB65A',X'2CA3949965240AA49B78A7717FBE520A69B7B7CC1EC43DFD693E1B5DBBC3699B');
INSERT INTO "event" VALUES(8,1795436880000,2,1,1,'run:1','ended','#2 run 1 ended verified, task held: done','{"outcome":"verified","to":"held","costMicroUsd":0,"tokensIn":0,"tokensOut":0,"artefact":"tree","record":null,"result":"4e91f662b900414cd46aebca55964a5f0317dea3ae21b65d732faefeaf39f6e0"}',X'2CA3949965240AA49B78A7717FBE520A69B7B7CC1EC43DFD693E1B5DBBC3699B',X'6F122E044BB6C713221BA7656F8F30CF5A7547B5AD0E5663B3791D10287BDC97');
INSERT INTO "event" VALUES(9,1795436880000,2,1,NULL,'daemon','held','#2 held (needs_approval): look','{}',X'6F122E044BB6C713221BA7656F8F30CF5A7547B5AD0E5663B3791D10287BDC97',X'6B0D583D7EC7ED2CDD69260270721730128824BB8364591801288B0431776F68');
INSERT INTO "event" VALUES(10,1795437300000,2,1,NULL,'human:anna','lifted','#2 open again; was held','{}',X'6B0D583D7EC7ED2CDD69260270721730128824BB8364591801288B0431776F68',X'A89F476C57745F7EB81F9A09388F148A3411F890FD041D10641524DF9F0EEF59');
INSERT INTO "event" VALUES(11,1795437300000,2,1,NULL,'human:anna','approved','#2 approved: look: good','{}',X'A89F476C57745F7EB81F9A09388F148A3411F890FD041D10641524DF9F0EEF59',X'164A170C62C0DE79A1BAA64A94CE9F11845F9BEB3AEC01AE36E1CB612D74E162');
INSERT INTO "event" VALUES(12,1795437720000,5,5,NULL,'human:anna','filed','#5 filed: Ask for a receipt','{"uid":"01M846TWE0X119R2C5J2K2N3EV","stage":null,"priority":"low","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"e467f6644e23764ae9dd6262add8519d1c4981477098def87472c0f6286243fa"}',X'164A170C62C0DE79A1BAA64A94CE9F11845F9BEB3AEC01AE36E1CB612D74E162',X'7E52F2452A73EA7810769CC8884D8BAA7315856E80FAD5BC27813242745B1950');
INSERT INTO "event" VALUES(13,1795437720000,6,5,NULL,'human:anna','filed','#6 filed: Ask for a receipt','{"uid":"01M846TWE0ZH6RQANXH9KNPW99","stage":"single","priority":"low","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"e467f6644e23764ae9dd6262add8519d1c4981477098def87472c0f6286243fa"}',X'7E52F2452A73EA7810769CC8884D8BAA7315856E80FAD5BC27813242745B1950',X'96838A53265B280218072DAEB98F6DE025E996D5AF16F6761851533B344163D6');
INSERT INTO "event" VALUES(14,1795438140000,5,5,NULL,'human:ben','held','#5 held (paused): not now','{}',X'96838A53265B280218072DAEB98F6DE025E996D5AF16F6761851533B344163D6',X'9F6C7CAF20775447B4534B7561A9F2FE3020DB14A64CB7CAF295D7CC14565189');
INSERT INTO "event" VALUES(15,1795438560000,7,7,NULL,'human:anna','filed','#7 filed: Look through the contract','{"uid":"01M847MGR0WS2H1VX2PD55MY6R","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"022451f04b05afa808c9eba9b8c9c324bf339c5d0adaa98213650b962e1b5f68"}',X'9F6C7CAF20775447B4534B7561A9F2FE3020DB14A64CB7CAF295D7CC14565189',X'C2CF6286FF133F92407657A3643D5B1030EE20E8CB789D8C620513B47C256BF1');
INSERT INTO "event" VALUES(16,1795438560000,8,7,NULL,'human:anna','filed','#8 filed: Look through the contract','{"uid":"01M847MGR0A7T92KZHC5TRYYVX","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"022451f04b05afa808c9eba9b8c9c324bf339c5d0adaa98213650b962e1b5f68"}',X'C2CF6286FF133F92407657A3643D5B1030EE20E8CB789D8C620513B47C256BF1',X'253F0F20670A12F94BB50E1A8CB4A6EE6E7042783855CF1218C4DC960EF65D80');
INSERT INTO "event" VALUES(17,1795438980000,7,7,NULL,'human:anna','assigned','#7 is in the hands of human:ben','{}',X'253F0F20670A12F94BB50E1A8CB4A6EE6E7042783855CF1218C4DC960EF65D80',X'E5EEDA12CA69F715911473F7DD4CCA1CDDCD3741819D1789A66AA66A7DCA5E05');
INSERT INTO "event" VALUES(18,1795439400000,7,7,NULL,'human:ben','comment','on page 7','{"text":"on page 7"}',X'E5EEDA12CA69F715911473F7DD4CCA1CDDCD3741819D1789A66AA66A7DCA5E05',X'7886CFD4B3EF4B20FA01318DD2B2A9D8345006E672BB3BDB7DAF85EA55427EF6');
INSERT INTO "event" VALUES(19,1795439820000,7,7,NULL,'human:ben','edited','#7 edited: title "Look through the contract" -> "Read the contract", priority medium -> high','{"bodies":{"7":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","8":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},"terms":{"7":"c174162fbbeb5e39fa3e34455c849a10011ca6ba7bb0b5b92d33c4abb7d38e4b","8":"c174162fbbeb5e39fa3e34455c849a10011ca6ba7bb0b5b92d33c4abb7d38e4b"}}',X'7886CFD4B3EF4B20FA01318DD2B2A9D8345006E672BB3BDB7DAF85EA55427EF6',X'BFF6698CE15042A33405C78DA6A22FD05824101881D84030E4D42BED728A6C97');
INSERT INTO "event" VALUES(20,1795440240000,9,9,NULL,'human:anna','filed','#9 filed: Buy a fax','{"uid":"01M8497SC0KK6JS11YM6FTE58D","stage":null,"priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"5a968ac28723731d523618021fcbf27cb5c3379200d4538821769e3b1abd7a35"}',X'BFF6698CE15042A33405C78DA6A22FD05824101881D84030E4D42BED728A6C97',X'0D923C9A7B82C8B40873D8A35397D6FDEBA892235439E192685C79387F569B71');
INSERT INTO "event" VALUES(21,1795440240000,10,9,NULL,'human:anna','filed','#10 filed: Buy a fax','{"uid":"01M8497SC0WP39E3AWZDEH5N7S","stage":"single","priority":"medium","product":"","sensitivity":0,"body":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","terms":"5a968ac28723731d523618021fcbf27cb5c3379200d4538821769e3b1abd7a35"}',X'0D923C9A7B82C8B40873D8A35397D6FDEBA892235439E192685C79387F569B71',X'F2CFD0A59B3453D14D13E9C5F9C743732658D46C10531FE885F1B794856DA2E9');
INSERT INTO "event" VALUES(22,1795440660000,9,9,NULL,'human:anna','cancelled','#9 cancelled: nobody has one','{}',X'F2CFD0A59B3453D14D13E9C5F9C743732658D46C10531FE885F1B794856DA2E9',X'90617320FFA539F76B446C33DE92F03224AC8023912881221A374C1FFF830C15');
INSERT INTO "event" VALUES(23,1795440660000,10,9,NULL,'human:anna','cancelled','#10 cancelled: nobody has one','{}',X'90617320FFA539F76B446C33DE92F03224AC8023912881221A374C1FFF830C15',X'BDCC398CD5205623C6A3D943E687E8FA83BF07481FA33213AF8B88372433AAB8');
INSERT INTO "event" VALUES(24,1795441080000,NULL,NULL,NULL,'human:anna','scheduled','schedule rent made: 0 9 1 * * in Europe/Oslo','{}',X'BDCC398CD5205623C6A3D943E687E8FA83BF07481FA33213AF8B88372433AAB8',X'481E50B5BCA06E2F0A0531CCC1EB684B5DE5610565965D9762EA872FC09819BF');
INSERT INTO "event" VALUES(25,1795441080000,NULL,NULL,NULL,'daemon','schedule_failed','schedule rent could not file for 2026-11-22 13:38 UTC: passed over','{}',X'481E50B5BCA06E2F0A0531CCC1EB684B5DE5610565965D9762EA872FC09819BF',X'0B40D63C1BC508397CA5CDE216F0C86B5034FCBAEE5BBF43946272CC7B5A4BB7');
INSERT INTO "event" VALUES(26,1795441080000,NULL,NULL,NULL,'human:anna','halted','dispatch halted: lunch','{}',X'0B40D63C1BC508397CA5CDE216F0C86B5034FCBAEE5BBF43946272CC7B5A4BB7',X'092FE84A89A94D3C922E6295990A876BB2CCAD08BE25128784CDBCABF9224517');
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
INSERT INTO "step_back" VALUES(1,1,'human:anna','approve',1,'{"state":"open","hold":null,"assignee":null,"hadProgress":true,"edit":null,"hadNoOwner":false,"hadNoVerify":false,"found":1,"call":null}');
INSERT INTO "step_back" VALUES(2,5,'human:ben','pause',2,'{"state":"open","hold":null,"assignee":null,"hadProgress":false,"edit":null,"hadNoOwner":false,"hadNoVerify":false,"found":1,"call":null}');
INSERT INTO "step_back" VALUES(3,7,'human:anna','assign',2,'{"state":"open","hold":null,"assignee":null,"hadProgress":false,"edit":null,"hadNoOwner":false,"hadNoVerify":false,"found":1,"call":null}');
INSERT INTO "step_back" VALUES(4,7,'human:ben','edit',3,'{"state":"open","hold":null,"assignee":"human:ben","hadProgress":false,"edit":{"title":"Look through the contract","body":null,"priority":"medium","product":null,"owner":null,"criteria":null,"labels":null,"addLabels":[],"removeLabels":[],"verify":null,"deploy":null,"docs":null,"after":null,"due":null,"sensitivity":null,"hold":null,"classification":null},"hadNoOwner":false,"hadNoVerify":false,"found":2,"call":null}');
INSERT INTO "step_back" VALUES(5,9,'human:anna','cancel',2,'{"state":"open","hold":null,"assignee":null,"hadProgress":false,"edit":null,"hadNoOwner":false,"hadNoVerify":false,"found":1,"call":null}');
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
CREATE TABLE task_card(
  task_id INTEGER PRIMARY KEY REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  uid TEXT NOT NULL UNIQUE,
  depth INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL CHECK(title<>''),
  product TEXT NOT NULL,
  filer TEXT NOT NULL,
  accountable TEXT,
  complexity INTEGER NOT NULL CHECK(complexity BETWEEN 1 AND 5),
  domain TEXT NOT NULL,
  kind TEXT NOT NULL,
  confidence REAL NOT NULL,
  classified_by TEXT NOT NULL,
  deploy INTEGER NOT NULL,
  docs INTEGER NOT NULL,
  trust INTEGER NOT NULL,
  hold_text TEXT,
  hold_lifted_by TEXT,
  unique_key TEXT UNIQUE
) STRICT;
INSERT INTO "task_card" VALUES(1,'01M844TSN0MXPJGN4KF4S78ZKN',0,'First things','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(2,'01M844TSN02WM8YB5NAS0WZ4PQ',0,'First things','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(3,'01M8457KT098YDZ68BQFD1QDP5',0,'Call the landlord æøå "quoted" \ 🍱','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(4,'01M8457KT0QGTAGXB8JZ620WQM',0,'Call the landlord æøå "quoted" \ 🍱','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(5,'01M846TWE0X119R2C5J2K2N3EV',1,'Ask for a receipt','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,'not now','human:ben',NULL);
INSERT INTO "task_card" VALUES(6,'01M846TWE0ZH6RQANXH9KNPW99',0,'Ask for a receipt','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(7,'01M847MGR0WS2H1VX2PD55MY6R',0,'Read the contract','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(8,'01M847MGR0A7T92KZHC5TRYYVX',0,'Read the contract','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(9,'01M8497SC0KK6JS11YM6FTE58D',0,'Buy a fax','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
INSERT INTO "task_card" VALUES(10,'01M8497SC0WP39E3AWZDEH5N7S',0,'Buy a fax','','human:anna',NULL,1,'backend','errand',0.9,'rules',0,0,3,NULL,NULL,NULL);
CREATE TABLE "task"(
  id INTEGER PRIMARY KEY,
  root_id INTEGER NOT NULL REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id INTEGER REFERENCES task(id),
  stage TEXT CHECK(stage='build' OR stage='review' OR stage='security' OR stage='ops' OR stage='docs' OR stage='single'),
  round INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK(state='open' OR state='running' OR state='held' OR state='done' OR state='cancelled'),
  hold_code TEXT CHECK(hold_code='safety_rule' OR hold_code='needs_approval' OR hold_code='human_tier' OR hold_code='question'
    OR hold_code='attempts_exhausted' OR hold_code='rounds_exhausted' OR hold_code='paused' OR hold_code='blocked'
    OR hold_code='budget' OR hold_code='config' OR hold_code='sandbox' OR hold_code='outcome_unknown'),
  priority INTEGER NOT NULL CHECK(priority BETWEEN 0 AND 3),
  given_priority INTEGER NOT NULL DEFAULT 2 CHECK(given_priority BETWEEN 0 AND 3),
  run_at INTEGER NOT NULL,
  due_at INTEGER,
  sensitivity INTEGER NOT NULL CHECK(sensitivity BETWEEN 0 AND 2),
  approval_id INTEGER REFERENCES approval(id),
  consent_id INTEGER REFERENCES approval(id),
  assignee TEXT,
  touched_at INTEGER,
  live INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  transients INTEGER NOT NULL DEFAULT 0,
  escalations INTEGER NOT NULL DEFAULT 0,
  tier INTEGER NOT NULL DEFAULT 0,
  fence INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  finished_at INTEGER,
  owner TEXT,
  wait_reason TEXT NOT NULL DEFAULT '',
  company TEXT,
  outcome TEXT,
  branch TEXT,
  artefact_hash TEXT,
  CHECK((state='held') = (hold_code IS NOT NULL)),
  CHECK((state='running') = (owner IS NOT NULL)),
  CHECK(NOT(state='running' AND stage IS NULL)),
  -- The rail is a CHECK, not a trigger: it also covers INSERT, REPLACE and raising sensitivity on a live task.
  CHECK(NOT(state='running' AND sensitivity>=2 AND NOT(coalesce(owner,'')>='human:' AND coalesce(owner,'')<'human;') AND approval_id IS NULL))
) STRICT;
INSERT INTO "task" VALUES(1,1,NULL,NULL,0,'open',NULL,2,2,1795435620000,NULL,0,NULL,NULL,NULL,NULL,1,0,0,0,0,0,1,1795435620000,1795435620000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(2,1,1,'single',0,'open',NULL,2,2,1795435620000,NULL,0,NULL,1,NULL,NULL,0,0,0,0,5,2,4,1795435620000,1795437300000,NULL,NULL,'','codecraft',NULL,'alai/1','tree');
INSERT INTO "task" VALUES(3,3,NULL,NULL,0,'open',NULL,2,2,1795436040000,1795694820000,0,NULL,NULL,NULL,NULL,1,0,0,0,0,0,1,1795436040000,1795436040000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(4,3,3,'single',0,'open',NULL,2,2,1795436040000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,1,1795436040000,1795436040000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(5,5,3,NULL,0,'held','paused',3,3,1795437720000,NULL,0,NULL,NULL,NULL,NULL,1,0,0,0,0,0,2,1795437720000,1795438140000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(6,5,5,'single',0,'open',NULL,3,3,1795437720000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,1,1795437720000,1795437720000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(7,7,NULL,NULL,0,'open',NULL,1,1,1795438560000,NULL,0,NULL,NULL,'human:ben',1795439820000,1,0,0,0,0,0,3,1795438560000,1795439820000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(8,7,7,'single',0,'open',NULL,1,1,1795438560000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,2,1795438560000,1795439820000,NULL,NULL,'',NULL,NULL,NULL,NULL);
INSERT INTO "task" VALUES(9,9,NULL,NULL,0,'cancelled',NULL,2,2,1795440240000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,2,1795440240000,1795440660000,1795440660000,NULL,'',NULL,'nobody has one',NULL,NULL);
INSERT INTO "task" VALUES(10,9,9,'single',0,'cancelled',NULL,2,2,1795440240000,NULL,0,NULL,NULL,NULL,NULL,0,0,0,0,0,0,2,1795440240000,1795440660000,1795440660000,NULL,'',NULL,'nobody has one',NULL,NULL);
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
CREATE INDEX step_back_actor ON step_back(actor, id);
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
CREATE INDEX task_ready ON task(priority, run_at, id) WHERE state='open' AND stage IS NOT NULL;
CREATE INDEX task_family ON task(root_id, id);
CREATE INDEX task_parent ON task(parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_held ON task(priority, updated_at, id) WHERE state='held';
CREATE INDEX task_roots ON task(id) WHERE stage IS NULL;
CREATE INDEX task_urgent ON task(priority, id) WHERE stage IS NULL;
CREATE INDEX task_standing ON task(state, id) WHERE stage IS NULL;
CREATE INDEX task_finished ON task(finished_at) WHERE stage IS NULL AND state='done';
CREATE INDEX task_age ON task(priority, given_priority, created_at) WHERE stage IS NULL AND state='open' AND priority>1;
CREATE INDEX task_due ON task(due_at, id) WHERE due_at IS NOT NULL AND finished_at IS NULL;
CREATE INDEX task_advance ON task(id) WHERE stage IS NULL AND state='open' AND assignee IS NULL AND live=0;
CREATE TRIGGER task_sensitivity BEFORE UPDATE OF sensitivity ON task WHEN NEW.sensitivity < OLD.sensitivity
  BEGIN SELECT RAISE(ABORT,'sensitivity may only rise'); END;
CREATE TRIGGER task_kept BEFORE DELETE ON task BEGIN SELECT RAISE(ABORT,'tasks are never deleted'); END;
CREATE TRIGGER card_kept BEFORE DELETE ON task_card BEGIN SELECT RAISE(ABORT,'tasks are never deleted'); END;
CREATE TRIGGER task_once BEFORE INSERT ON task WHEN EXISTS(SELECT 1 FROM task WHERE id=NEW.id)
  BEGIN SELECT RAISE(ABORT,'a task is filed once'); END;
CREATE TRIGGER card_once BEFORE INSERT ON task_card WHEN EXISTS(SELECT 1 FROM task_card WHERE task_id=NEW.task_id OR uid=NEW.uid OR unique_key=NEW.unique_key)
  BEGIN SELECT RAISE(ABORT,'a task is filed once'); END;
CREATE TRIGGER task_live_filed AFTER INSERT ON task WHEN NEW.stage IS NOT NULL AND NEW.state NOT IN('done','cancelled')
  BEGIN UPDATE task SET live=live+1 WHERE id=NEW.root_id; END;
CREATE TRIGGER task_live_moved AFTER UPDATE OF state ON task
  WHEN NEW.stage IS NOT NULL AND (OLD.state NOT IN('done','cancelled')) <> (NEW.state NOT IN('done','cancelled'))
  BEGIN UPDATE task SET live=live+iif(NEW.state NOT IN('done','cancelled'), 1, -1) WHERE id=NEW.root_id; END;
CREATE INDEX task_assigned ON task(priority, id) WHERE assignee IS NOT NULL AND stage IS NULL AND (state='open' OR state='held');
COMMIT;

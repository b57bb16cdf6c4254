// Google's own BigQuery client for Node against the sandbox, as it comes: only the address and the
// credentials are the sandbox's. Each behaviour is a line of JSON on standard output.
//
//   node bigquery.mjs URL TOKEN
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {createReadStream, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {gzipSync} from 'node:zlib';
import {BigQuery} from '@google-cloud/bigquery';
import {OAuth2Client} from 'google-auth-library';

// The very class that the client looks for.
const Big = createRequire(import.meta.url)('big.js');
const [url, token] = process.argv.slice(2);
const projectId = 'pollux-sandbox';

function client(options = {}) {
  const authClient = new OAuth2Client();
  authClient.setCredentials({access_token: token});
  return new BigQuery({projectId, apiEndpoint: url, authClient, ...options});
}

// The client waits a minute for a new table, and ten seconds for more rows of a stream, which Google
// needs and the sandbox does not.
const {setTimeout: wait} = globalThis;
globalThis.setTimeout = (body, millis, ...rest) =>
  wait(body, [60_000, 10_000].includes(millis) ? 10 : millis, ...rest);

const bigquery = client();
const files = mkdtempSync(join(tmpdir(), 'sandbox-node-'));
const name = kind => `${kind}_${randomUUID().replaceAll('-', '')}`;
const file = (ending, content) => {
  const path = join(files, name('file') + ending);
  writeFileSync(path, content);
  return path;
};

async function behaviour(what, body) {
  const from = Date.now();
  let error = '';
  try {
    await body();
  } catch (e) {
    error = String(e?.stack ?? e);
  }
  process.stdout.write(JSON.stringify({name: what, error, ms: Date.now() - from}) + '\n');
}

async function all(stream) {
  const items = [];
  for await (const item of stream) {
    items.push(item);
  }
  return items;
}

async function refused(promise, check) {
  await assert.rejects(promise, e => {
    check(e);
    return true;
  });
}

const LABEL = 'from_node';
const dataset = bigquery.dataset(name('dataset'));
const SCHEMA = [
  {name: 'id', type: 'INTEGER'},
  {name: 'name', type: 'STRING'},
  {name: 'born', type: 'TIMESTAMP'},
  {name: 'tame', type: 'BOOLEAN'},
  {name: 'picture', type: 'BYTES'},
  {name: 'weights', type: 'FLOAT', mode: 'REPEATED'},
  {
    name: 'litter',
    type: 'RECORD',
    fields: [
      {name: 'year', type: 'INTEGER', mode: 'REQUIRED'},
      {name: 'kittens', type: 'RECORD', mode: 'REPEATED', fields: [{name: 'name', type: 'STRING'}]},
    ],
  },
];
const table = dataset.table(name('cats'));

// Datasets

await behaviour('datasets: create with a label', async () => {
  const [made, answer] = await dataset.create({labels: {[LABEL]: ''}});
  assert.equal(made.id, dataset.id);
  assert.equal(answer.kind, 'bigquery#dataset');
  assert.equal(answer.location, 'US');
  assert.deepEqual(answer.labels, {[LABEL]: ''});
});

await behaviour('datasets: create what is there is 409', async () => {
  await refused(dataset.create(), e => {
    assert.equal(e.code, 409);
    assert.equal(e.errors[0].reason, 'duplicate');
  });
});

await behaviour('datasets: create in a region, with expiry and description', async () => {
  const other = name('region');
  const [made] = await bigquery.createDataset(other, {
    location: 'europe-west1',
    description: 'of a region',
    defaultTableExpirationMs: '3600000',
  });
  const [metadata] = await made.getMetadata();
  assert.equal(metadata.location, 'europe-west1');
  assert.equal(metadata.description, 'of a region');
  assert.equal(metadata.defaultTableExpirationMs, '3600000');
  await made.delete();
});

await behaviour('datasets: get with autoCreate', async () => {
  const fresh = bigquery.dataset(name('auto'));
  const [made] = await fresh.get({autoCreate: true});
  assert.equal((await made.exists())[0], true);
  await made.delete();
});

await behaviour('datasets: exists', async () => {
  assert.deepEqual(await dataset.exists(), [true]);
  assert.deepEqual(await bigquery.dataset('nobody_made_it').exists(), [false]);
});

await behaviour('datasets: list', async () => {
  const [list] = await bigquery.getDatasets();
  assert.ok(list.some(one => one.id === dataset.id));
  assert.ok(list.every(one => one.constructor.name === 'Dataset'));
});

await behaviour('datasets: list by a label', async () => {
  const [list] = await bigquery.getDatasets({filter: `labels.${LABEL}`});
  assert.deepEqual(list.map(one => one.id), [dataset.id]);
});

await behaviour('datasets: page by hand', async () => {
  const [first, next] = await bigquery.getDatasets({maxResults: 1, autoPaginate: false});
  assert.equal(first.length, 1);
  const [second] = await bigquery.getDatasets({...next, autoPaginate: false});
  assert.equal(second.length, 1);
  assert.notEqual(first[0].id, second[0].id);
});

await behaviour('datasets: list as a stream', async () => {
  assert.ok((await all(bigquery.getDatasetsStream())).length > 1);
});

await behaviour('datasets: one call only if maxApiCalls says so', async () => {
  const counting = client();
  let calls = 0;
  counting.interceptors.push({
    request: options => {
      calls++;
      return options;
    },
  });
  const [list] = await counting.getDatasets({maxApiCalls: 1, maxResults: 1});
  assert.equal(calls, 1);
  assert.equal(list.length, 1);
});

await behaviour('datasets: set metadata and labels', async () => {
  await dataset.setMetadata({description: 'cats', labels: {colour: 'grey'}});
  const [metadata] = await dataset.getMetadata();
  assert.equal(metadata.description, 'cats');
  assert.deepEqual(metadata.labels, {[LABEL]: '', colour: 'grey'});
  await dataset.setMetadata({labels: {colour: null}});
  assert.deepEqual((await dataset.getMetadata())[0].labels, {[LABEL]: ''});
});

await behaviour('datasets: an etag locks', async () => {
  await dataset.getMetadata();
  const etag = dataset.metadata.etag;
  await dataset.setMetadata({etag, description: 'changed'});
  assert.notEqual(dataset.metadata.etag, etag);
  await refused(dataset.setMetadata({etag, description: 'late'}), e => {
    assert.equal(e.code, 412);
    assert.match(e.message, /precondition/i);
  });
  assert.equal((await dataset.getMetadata())[0].description, 'changed');
});

await behaviour('datasets: delete with what is in it only by force', async () => {
  const full = bigquery.dataset(name('full'));
  await full.create();
  await full.createTable('t', {schema: 'a:string'});
  await refused(full.delete(), e => assert.equal(e.errors[0].reason, 'resourceInUse'));
  await full.delete({force: true});
  assert.deepEqual(await full.exists(), [false]);
});

await behaviour('datasets: models and routines are empty lists', async () => {
  assert.deepEqual((await dataset.getModels())[0], []);
  assert.deepEqual((await dataset.getRoutines())[0], []);
  assert.deepEqual(await all(dataset.getRoutinesStream()), []);
  assert.deepEqual(await dataset.model('m').exists(), [false]);
  assert.deepEqual(await dataset.routine('r').exists(), [false]);
});

// Tables

await behaviour('tables: create with a nested schema, and have it back', async () => {
  await table.create({schema: SCHEMA});
  assert.deepEqual(table.metadata.schema.fields, SCHEMA);
  assert.deepEqual((await table.getMetadata())[0].schema, {fields: SCHEMA});
});

await behaviour('tables: create with a schema in a line', async () => {
  const [made] = await dataset.createTable(name('line'), {schema: 'id:integer, name, at:timestamp'});
  assert.deepEqual(made.metadata.schema.fields, [
    {name: 'id', type: 'INTEGER'},
    {name: 'name', type: 'STRING'},
    {name: 'at', type: 'TIMESTAMP'},
  ]);
});

await behaviour('tables: create what is there is 409', async () => {
  await refused(table.create({schema: SCHEMA}), e => assert.equal(e.code, 409));
});

await behaviour('tables: create in no dataset is 404', async () => {
  await refused(bigquery.dataset('nobody_made_it').createTable('t'), e => {
    assert.equal(e.code, 404);
    assert.match(e.message, /Not found: Dataset pollux-sandbox:nobody_made_it/);
  });
});

await behaviour('tables: partitioned by a column, and clustered', async () => {
  const [made] = await dataset.createTable(name('parts'), {
    schema: [
      {name: 'day', type: 'DATE'},
      {name: 'kind', type: 'STRING'},
    ],
    timePartitioning: {type: 'DAY', field: 'day'},
    clustering: {fields: ['kind']},
  });
  const [metadata] = await made.getMetadata();
  assert.deepEqual(metadata.timePartitioning, {type: 'DAY', field: 'day'});
  assert.deepEqual(metadata.clustering, {fields: ['kind']});
});

await behaviour('tables: partitioned by a range', async () => {
  const rangePartitioning = {field: 'id', range: {start: '0', end: '100', interval: '10'}};
  const [made] = await dataset.createTable(name('range'), {
    schema: [{name: 'id', type: 'INTEGER'}],
    rangePartitioning,
  });
  assert.deepEqual((await made.getMetadata())[0].rangePartitioning, rangePartitioning);
});

await behaviour('tables: get, with autoCreate too', async () => {
  const [got] = await table.get();
  assert.equal(got.id, table.id);
  const [made] = await dataset.table(name('auto')).get({autoCreate: true, schema: 'a:string'});
  assert.deepEqual(await made.exists(), [true]);
});

await behaviour('tables: the basic view has no sizes and no time of change', async () => {
  const [basic] = await dataset.table(table.id).get({view: 'BASIC'});
  assert.equal(basic.metadata.numBytes, undefined);
  assert.equal(basic.metadata.lastModifiedTime, undefined);
  assert.deepEqual(basic.metadata.schema.fields, SCHEMA);
});

await behaviour('tables: the full view has them', async () => {
  const [metadata] = await table.getMetadata({view: 'FULL'});
  assert.equal(metadata.numRows, '0');
  assert.equal(metadata.numBytes, '0');
  assert.ok(metadata.lastModifiedTime);
});

await behaviour('tables: set description, labels and name', async () => {
  await table.setMetadata({description: 'all cats', name: 'Cats', labels: {a: 'b'}});
  const [metadata] = await table.getMetadata();
  assert.equal(metadata.description, 'all cats');
  assert.equal(metadata.friendlyName, 'Cats');
  assert.deepEqual(metadata.labels, {a: 'b'});
});

await behaviour('tables: an etag locks', async () => {
  const [{etag}] = await table.getMetadata();
  await table.setMetadata({etag, description: 'changed'});
  await refused(table.setMetadata({etag, description: 'late'}), e => assert.equal(e.code, 412));
  assert.equal((await table.getMetadata())[0].description, 'changed');
});

await behaviour('tables: a schema grows', async () => {
  const growing = dataset.table(name('growing'));
  await growing.create({schema: 'a:string'});
  const fields = [
    {name: 'a', type: 'STRING'},
    {name: 'b', type: 'INTEGER'},
  ];
  await growing.setMetadata({schema: {fields}});
  assert.deepEqual((await growing.getMetadata())[0].schema.fields, fields);
  await refused(growing.setMetadata({schema: 'b:integer'}), e => assert.equal(e.code, 400));
});

await behaviour('tables: list, as a stream too', async () => {
  const [list] = await dataset.getTables();
  assert.ok(list.some(one => one.id === table.id));
  assert.equal((await all(dataset.getTablesStream())).length, list.length);
});

await behaviour('tables: delete, and ignore that there is none', async () => {
  const gone = dataset.table(name('gone'));
  await gone.create({schema: 'a:string'});
  await gone.delete();
  assert.deepEqual(await gone.exists(), [false]);
  await refused(gone.delete(), e => assert.equal(e.code, 404));
  await gone.delete({ignoreNotFound: true});
});

await behaviour('tables: views are views, or are refused by name', async () => {
  const view = dataset.table(name('view'));
  try {
    await view.create({view: 'SELECT 1 AS one'});
  } catch (e) {
    assert.match(e.message, /The sandbox does not serve tables with view/);
    return;
  }
  assert.equal((await view.getMetadata())[0].type, 'VIEW');
  const [rows] = await dataset.query(`SELECT one FROM ${view.id}`);
  assert.deepEqual(rows, [{one: 1}]);
  await refused(view.getRows(), e => assert.match(e.message, /Cannot list a table of type VIEW/));
});

// Inserts

await behaviour('inserts: one row', async () => {
  const [answer] = await table.insert({id: 1, name: null});
  assert.equal(answer.kind, 'bigquery#tableDataInsertAllResponse');
});

await behaviour('inserts: many rows of all types, and read them back', async () => {
  await table.insert([
    {
      id: 2,
      name: 'Tom',
      born: bigquery.timestamp('2020-05-01T10:00:00.123Z'),
      tame: true,
      picture: Buffer.from('miau'),
      weights: [3.5, 4.25],
      litter: {year: 2021, kittens: [{name: 'Tim'}, {name: 'Tam'}]},
    },
    {id: 3, name: 'Kit', litter: {year: 2022, kittens: []}, weights: []},
  ]);
  const [rows] = await table.getRows();
  const tom = rows.find(row => row.id === 2);
  assert.equal(tom.born.value, '2020-05-01T10:00:00.123Z');
  assert.equal(tom.tame, true);
  assert.deepEqual(tom.picture, Buffer.from('miau'));
  assert.deepEqual(tom.weights, [3.5, 4.25]);
  assert.deepEqual(tom.litter, {year: 2021, kittens: [{name: 'Tim'}, {name: 'Tam'}]});
  assert.deepEqual(rows.find(row => row.id === 3).litter, {year: 2022, kittens: []});
  assert.equal(rows.find(row => row.id === 1).litter, null);
});

await behaviour('inserts: raw rows with their own insertId', async () => {
  const own = dataset.table(name('raw'));
  await own.create({schema: 'a:string'});
  await own.insert(
    [
      {insertId: '1', json: {a: 'x'}},
      {insertId: '1', json: {a: 'x'}},
      {insertId: '2', json: {a: 'y'}},
    ],
    {raw: true},
  );
  const [rows] = await own.getRows();
  assert.deepEqual(rows.map(row => row.a).sort(), ['x', 'y']);
});

await behaviour('inserts: with createInsertId false', async () => {
  const own = dataset.table(name('noid'));
  await own.create({schema: 'a:string'});
  await own.insert([{a: 'x'}, {a: 'x'}], {createInsertId: false});
  assert.equal((await own.getRows())[0].length, 2);
});

await behaviour('inserts: make the table if a schema comes with the rows', async () => {
  const late = dataset.table(name('late'));
  await late.insert({name: 'Stephen', id: 7}, {schema: 'name:string,id:integer'});
  assert.deepEqual((await late.getRows())[0], [{name: 'Stephen', id: 7}]);
});

await behaviour('inserts: a bad row stops the good ones, each with its words', async () => {
  const good = {id: 10, name: 'Dave'};
  const bad = {id: 'ten', name: 'Bad'};
  await refused(table.insert([good, bad]), e => {
    assert.equal(e.name, 'PartialFailureError');
    assert.deepEqual(e.errors[0].row, bad);
    assert.equal(e.errors[0].errors[0].reason, 'invalid');
    assert.deepEqual(e.errors[1], {errors: [{message: '', reason: 'stopped'}], row: good});
  });
});

await behaviour('inserts: bad rows are passed over if that is wanted', async () => {
  const own = dataset.table(name('skip'));
  await own.create({schema: 'id:integer'});
  await refused(own.insert([{id: 1}, {id: 'x'}], {skipInvalidRows: true}), e => {
    assert.equal(e.name, 'PartialFailureError');
    assert.equal(e.errors.length, 1);
  });
  assert.deepEqual((await own.getRows())[0], [{id: 1}]);
});

await behaviour('inserts: a field that is not there', async () => {
  await refused(table.insert({nobody: 1}), e => {
    assert.equal(e.name, 'PartialFailureError');
    assert.match(e.errors[0].errors[0].message, /no such field/i);
  });
  await table.insert({id: 11, nobody: 1}, {ignoreUnknownValues: true});
});

await behaviour('inserts: a stream of rows', async () => {
  const own = dataset.table(name('flow'));
  await own.create({schema: 'id:integer,name:string'});
  const rows = Array.from({length: 10}, (_, id) => ({id, name: 'foo'}));
  await new Promise((resolve, reject) =>
    Readable.from(rows)
      .pipe(own.createInsertStream())
      .on('response', resolve)
      .on('error', reject),
  );
  assert.equal((await own.getRows())[0].length, 10);
});

await behaviour('inserts: a stream with a bad row', async () => {
  const own = dataset.table(name('badflow'));
  await own.create({schema: 'id:integer'});
  const error = await new Promise((resolve, reject) =>
    Readable.from([{wrong: 1}])
      .pipe(own.createInsertStream())
      .on('error', resolve)
      .on('response', reject),
  );
  assert.equal(error.name, 'PartialFailureError');
});

await behaviour('inserts: into no table is 404', async () => {
  const impatient = client({autoRetry: false}).dataset(dataset.id).table('nobody_made_it');
  await refused(impatient.insert({a: 1}), e => assert.equal(e.code, 404));
});

await behaviour('inserts: dates, numbers and places in the client\'s own types', async () => {
  const own = dataset.table(name('types'));
  await own.create({
    schema: [
      {name: 'date', type: 'DATE'},
      {name: 'datetime', type: 'DATETIME'},
      {name: 'time', type: 'TIME'},
      {name: 'timestamp', type: 'TIMESTAMP'},
      {name: 'numeric', type: 'NUMERIC'},
      {name: 'bignumeric', type: 'BIGNUMERIC'},
      {name: 'place', type: 'GEOGRAPHY'},
      {name: 'json', type: 'JSON'},
      {name: 'period', type: 'RANGE', rangeElementType: {type: 'DATE'}},
    ],
  });
  await own.insert({
    date: bigquery.date('2017-01-01'),
    datetime: bigquery.datetime('2017-01-01 13:00:00'),
    time: bigquery.time('14:00:00'),
    timestamp: bigquery.timestamp(new Date(0)),
    numeric: new Big('123.456'),
    bignumeric: new Big('1e30').plus('0.00000000001'),
    place: bigquery.geography('POINT(1 2)'),
    json: '{"a":[1,null]}',
    period: bigquery.range('[2020-10-01, 2020-12-31)', 'DATE'),
  });
  const [[row]] = await own.getRows();
  assert.equal(row.date.value, '2017-01-01');
  assert.equal(row.datetime.value, '2017-01-01T13:00:00');
  assert.equal(row.time.value, '14:00:00');
  assert.equal(row.timestamp.value, '1970-01-01T00:00:00.000Z');
  assert.equal(row.numeric.toString(), '123.456');
  assert.equal(row.bignumeric.toFixed(), '1000000000000000000000000000000.00000000001');
  assert.equal(row.place.value, 'POINT(1 2)');
  assert.deepEqual(JSON.parse(row.json), {a: [1, null]});
  assert.equal(row.period.apiValue, '[2020-10-01, 2020-12-31)');
});

const NUMBERS = 'SELECT n FROM UNNEST(GENERATE_ARRAY(1, 100)) AS n ORDER BY n';

// What follows needs nothing of each other.

async function loads() {
  const LINES = '{"id":1,"name":"Tom"}\n{"id":2,"name":"Tim"}\n';

  await behaviour('loads: lines of JSON from a file', async () => {
    const own = dataset.table(name('json'));
    await own.create({schema: 'id:integer,name:string'});
    const [metadata] = await own.load(file('.json', LINES));
    assert.equal(metadata.status.state, 'DONE');
    assert.equal(metadata.statistics.load.outputRows, '2');
    assert.deepEqual((await own.getRows())[0], [{id: 1, name: 'Tom'}, {id: 2, name: 'Tim'}]);
  });

  await behaviour('loads: CSV with a header from a file, its schema found', async () => {
    const own = dataset.table(name('csv'));
    const [job] = await own.createLoadJob(file('.csv', 'id,name,at\n1,Tom,2020-01-01\n2,"T, im",\n'), {
      autodetect: true,
    });
    await job.promise();
    assert.deepEqual(
      (await own.getMetadata())[0].schema.fields.map(field => field.type),
      ['INTEGER', 'STRING', 'DATE'],
    );
    assert.equal((await own.getRows())[0][1].name, 'T, im');
  });

  await behaviour('loads: CSV with its own delimiter, null marker and rows to skip', async () => {
    const own = dataset.table(name('csvopts'));
    const [metadata] = await own.load(file('.csv', '#\n1|-\n2|b\n'), {
      schema: 'id:integer,name:string',
      fieldDelimiter: '|',
      nullMarker: '-',
      skipLeadingRows: 1,
      createDisposition: 'CREATE_IF_NEEDED',
    });
    assert.equal(metadata.statistics.load.outputRows, '2');
    assert.deepEqual((await own.getRows())[0], [{id: 1, name: null}, {id: 2, name: 'b'}]);
  });

  await behaviour('loads: truncate and append', async () => {
    const own = dataset.table(name('again'));
    const schema = 'id:integer,name:string';
    await own.load(file('.json', LINES), {schema});
    await own.load(file('.json', LINES), {schema, writeDisposition: 'WRITE_APPEND'});
    assert.equal((await own.getRows())[0].length, 4);
    await own.load(file('.json', LINES), {schema, writeDisposition: 'WRITE_TRUNCATE'});
    assert.equal((await own.getRows())[0].length, 2);
    await refused(own.load(file('.json', LINES), {schema, writeDisposition: 'WRITE_EMPTY'}), e =>
      assert.equal(e.errors[0].reason, 'duplicate'),
    );
  });

  await behaviour('loads: a stream of JSON', async () => {
    const own = dataset.table(name('stream'));
    await own.create({schema: 'id:integer,name:string'});
    let job;
    const write = own.createWriteStream('json').on('complete', one => (job = one));
    await pipeline(createReadStream(file('.json', LINES)), write);
    assert.equal(job.metadata.status.state, 'DONE');
    assert.equal((await own.getRows())[0].length, 2);
  });

  await behaviour('loads: a stream of CSV in many pieces, zipped', async () => {
    const own = dataset.table(name('pieces'));
    await own.create({schema: 'id:integer,name:string'});
    const csv = Array.from({length: 50_000}, (_, i) => `${i},name ${i}\n`).join('');
    await pipeline(
      Readable.from(gzipSync(csv)),
      own.createWriteStream({sourceFormat: 'CSV', jobId: name('job')}),
    );
    assert.equal((await own.getMetadata())[0].numRows, '50000');
  });

  await behaviour('loads: a job id of one\'s own', async () => {
    const own = dataset.table(name('named'));
    const jobId = name('load');
    const [job] = await own.createLoadJob(file('.json', LINES), {
      jobId,
      autodetect: true,
    });
    await job.promise();
    assert.equal(job.id, jobId);
    assert.equal((await job.getMetadata())[0].configuration.jobType, 'LOAD');
  });

  await behaviour('loads: a failing one says why', async () => {
    const own = dataset.table(name('failing'));
    await own.create({schema: 'id:integer,name:string'});
    await refused(own.load(file('.csv', '1,a\nx,b\n')), e => {
      assert.equal(e.errors[0].reason, 'invalid');
      assert.match(e.message, /id|x/);
    });
    assert.equal((await own.getRows())[0].length, 0);
  });

  await behaviour('loads: a stream that fails says so', async () => {
    const own = dataset.table(name('failstream'));
    await own.create({schema: 'id:integer'});
    const write = own.createWriteStream('json');
    const job = new Promise(resolve => write.on('job', resolve));
    pipeline(Readable.from('{"id":"x"}\n'), write).catch(() => {});
    await refused((await job).promise(), e => assert.ok(e.message));
  });

  await behaviour('loads: bad rows up to maxBadRecords', async () => {
    const own = dataset.table(name('some'));
    await own.create({schema: 'id:integer'});
    const [metadata] = await own.load(file('.csv', '1\nx\n3\n'), {maxBadRecords: 1});
    assert.equal(metadata.statistics.load.badRecords, '1');
    assert.equal((await own.getRows())[0].length, 2);
  });

  await behaviour('loads: from Cloud Storage are refused in words', async () => {
    const own = dataset.table(name('gcs'));
    await refused(
      bigquery.createJob({
        configuration: {
          load: {
            sourceUris: ['gs://bucket/file.csv'],
            destinationTable: {projectId, datasetId: dataset.id, tableId: own.id},
          },
        },
      }),
      e => assert.match(e.message, /Cloud Storage/),
    );
  });

  await behaviour('loads: run where the dataset is', async () => {
    const asia = bigquery.dataset(name('asia'), {location: 'asia-northeast1'});
    await asia.create();
    const own = asia.table('cats');
    await own.create({schema: 'id:integer,name:string'});
    const [job] = await own.createLoadJob(file('.json', LINES));
    await job.promise();
    assert.equal(job.location, 'asia-northeast1');
    await refused(bigquery.job(job.id).getMetadata(), e => assert.equal(e.code, 404));
    await refused(bigquery.job(job.id, {location: 'US'}).getMetadata(), e =>
      assert.equal(e.code, 404),
    );
    await bigquery.job(job.id, {location: 'asia-northeast1'}).getMetadata();
    const [query] = await asia.createQueryJob(`SELECT * FROM ${own.id}`);
    assert.equal(query.location, 'asia-northeast1');
    assert.equal((await query.getQueryResults())[0].length, 2);
    await refused(bigquery.job(query.id, {location: 'US'}).cancel(), e => assert.equal(e.code, 404));
    await query.cancel();
    const lost = bigquery.dataset(asia.id, {location: 'US'});
    const failed = await new Promise(resolve =>
      lost.createQueryJob({query: `SELECT * FROM ${own.id}`}, (e, job) => resolve({e, job})),
    );
    assert.equal(failed.e.errors[0].reason, 'notFound');
    assert.equal(failed.job.location, 'US');
    await asia.delete({force: true});
  });
}

async function copies() {
  await behaviour('copies: a table to another, there and back', async () => {
    const from = dataset.table(name('from'));
    const to = dataset.table(name('to'));
    await from.create({schema: 'id:integer'});
    await to.create({schema: 'id:integer'});
    await from.insert({id: 1});
    const [copied] = await from.copy(to);
    assert.equal(copied.status.state, 'DONE');
    const [job] = await to.createCopyFromJob(from, {writeDisposition: 'WRITE_APPEND'});
    await job.promise();
    assert.deepEqual((await to.getRows())[0], [{id: 1}, {id: 1}]);
  });

  await behaviour('copies: extracts are refused in words', async () => {
    await refused(
      bigquery.createJob({
        configuration: {
          extract: {
            sourceTable: {projectId, datasetId: dataset.id, tableId: table.id},
            destinationUris: ['gs://bucket/file.csv'],
          },
        },
      }),
      e => assert.match(e.message, /The sandbox serves query, load and copy jobs only/),
    );
  });
}

async function queries() {
  await behaviour('queries: rows', async () => {
    const [rows] = await bigquery.query(NUMBERS);
    assert.equal(rows.length, 100);
    assert.deepEqual(rows[99], {n: 100});
  });

  await behaviour('queries: the answer of jobs.query', async () => {
    const [rows, next, answer] = await bigquery.query(NUMBERS);
    assert.equal(rows.length, 100);
    assert.ok(next.job.id);
    assert.equal(answer.kind, 'bigquery#queryResponse');
    assert.ok(answer.queryId);
    assert.equal(answer.totalRows, '100');
  });

  await behaviour('queries: the answer of getQueryResults', async () => {
    const jobId = name('job');
    const [rows, next, answer] = await bigquery.query(NUMBERS, {job: bigquery.job(jobId)});
    assert.equal(rows.length, 100);
    assert.equal(next.job.id, jobId);
    assert.equal(answer.kind, 'bigquery#getQueryResultsResponse');
    assert.equal(answer.totalRows, '100');
  });

  await behaviour('queries: pages one after the other', async () => {
    const [first, next] = await bigquery.query(NUMBERS, {maxResults: 30, autoPaginate: false});
    const seen = [...first];
    for (let page = next; page?.pageToken; ) {
      const [rows, following] = await page.job.getQueryResults({...page, autoPaginate: false});
      seen.push(...rows);
      page = following;
      assert.ok(seen.length <= 100);
    }
    assert.deepEqual(seen.map(row => row.n), Array.from({length: 100}, (_, i) => i + 1));
  });

  await behaviour('queries: as a stream', async () => {
    const rows = await all(bigquery.createQueryStream(NUMBERS));
    assert.equal(rows.length, 100);
  });

  await behaviour('queries: a job\'s results as a stream, all or the first of them', async () => {
    const [job] = await bigquery.createQueryJob(NUMBERS);
    assert.equal((await all(job.getQueryResultsStream())).length, 100);
    const rows = await all(job.getQueryResultsStream({maxResults: 7}));
    assert.deepEqual(rows.map(row => row.n), [1, 2, 3, 4, 5, 6, 7]);
  });

  await behaviour('queries: from a dataset', async () => {
    const [rows] = await dataset.query(`SELECT name FROM ${table.id} WHERE id = 2`);
    assert.deepEqual(rows, [{name: 'Tom'}]);
  });

  await behaviour('queries: from a table', async () => {
    const [rows] = await table.query(`SELECT COUNT(*) AS c FROM ${table.id} WHERE id < 4`);
    assert.deepEqual(rows, [{c: 3}]);
  });

  await behaviour('queries: a dry run', async () => {
    const [job] = await bigquery.createQueryJob({query: NUMBERS, dryRun: true});
    assert.ok(job.metadata.statistics.query);
    const [rows, answer] = await bigquery.query({query: NUMBERS, dryRun: true});
    assert.deepEqual(rows, []);
    assert.ok(answer.statistics.query);
  });

  await behaviour('queries: a dry run of what is wrong', async () => {
    await refused(bigquery.createQueryJob({query: 'SELECT nobody', dryRun: true}), e => {
      assert.equal(e.code, 400);
      assert.match(e.message, /Unrecognized name: nobody at \[1:8\]/);
    });
  });

  await behaviour('queries: what is wrong says where', async () => {
    await refused(bigquery.query('SELEC 1'), e => {
      assert.equal(e.errors[0].reason, 'invalidQuery');
      assert.match(e.message, /Syntax error.*\[1:1\]/);
    });
  });

  await behaviour('queries: what goes wrong while it runs', async () => {
    const [job] = await bigquery.createQueryJob("SELECT ERROR('boom')");
    await refused(job.getQueryResults(), e => assert.match(e.message, /boom/));
  });

  await behaviour('queries: to a table of one\'s own', async () => {
    const target = dataset.table(name('target'));
    const [job] = await bigquery.createQueryJob({query: NUMBERS, destination: target});
    await job.promise();
    assert.equal((await target.getMetadata())[0].numRows, '100');
    await bigquery
      .createQueryJob({query: NUMBERS, destination: target, writeDisposition: 'WRITE_APPEND'})
      .then(([again]) => again.promise());
    assert.equal((await target.getMetadata())[0].numRows, '200');
  });

  await behaviour('queries: labels, a prefix and an id of one\'s own', async () => {
    const [prefixed] = await bigquery.createQueryJob({
      query: NUMBERS,
      jobPrefix: 'mine-',
      labels: {foo: 'bar'},
    });
    assert.ok(prefixed.id.startsWith('mine-'));
    assert.deepEqual(prefixed.metadata.configuration.labels, {foo: 'bar'});
    const jobId = name('own');
    const [own] = await bigquery.createQueryJob({query: NUMBERS, jobId});
    assert.equal(own.id, jobId);
    await refused(bigquery.createQueryJob({query: NUMBERS, jobId}), e => assert.equal(e.code, 409));
  });

  await behaviour('queries: too many bytes are refused', async () => {
    await refused(
      bigquery.query({query: 'SELECT * FROM samples.sotu_passages', maximumBytesBilled: '1'}),
      e => assert.match(e.message, /Query exceeded limit for bytes billed: 1/),
    );
  });

  await behaviour('queries: big whole numbers', async () => {
    const query = 'SELECT 9007199254740993 AS big, -9223372036854775808 AS least';
    const [[wrapped]] = await bigquery.query({query, wrapIntegers: true});
    assert.equal(wrapped.big.value, '9007199254740993');
    assert.equal(wrapped.least.value, '-9223372036854775808');
    const [[cast]] = await bigquery.query({
      query,
      wrapIntegers: {integerTypeCastFunction: BigInt},
    });
    assert.equal(cast.big, 9007199254740993n);
  });

  await behaviour('queries: all types come back as the client has them', async () => {
    const [[row]] = await bigquery.query(`
      SELECT TRUE AS b, 1.5 AS f, NUMERIC '1.000000001' AS n, BIGNUMERIC '1e-38' AS bn, 'é' AS s,
        b'ab' AS y, DATE '0001-01-01' AS d, TIME '23:59:59.999999' AS t,
        DATETIME '9999-12-31 23:59:59.999999' AS dt, TIMESTAMP '1969-12-31 23:59:59+00' AS ts,
        JSON '{"a":1}' AS j, [1, 2] AS a, STRUCT(1 AS x, ['p'] AS z) AS st,
        [STRUCT('q' AS q)] AS ast, CAST(NULL AS STRING) AS nul,
        CAST('NaN' AS FLOAT64) AS nan, CAST('-inf' AS FLOAT64) AS inf`);
    assert.equal(row.b, true);
    assert.equal(row.f, 1.5);
    assert.equal(row.n.toString(), '1.000000001');
    assert.equal(row.bn.toString(), '1e-38');
    assert.equal(row.s, 'é');
    assert.deepEqual(row.y, Buffer.from('ab'));
    assert.equal(row.d.value, '0001-01-01');
    assert.equal(row.t.value, '23:59:59.999999');
    assert.equal(row.dt.value, '9999-12-31T23:59:59.999999');
    assert.equal(row.ts.value, '1969-12-31T23:59:59.000Z');
    assert.deepEqual(JSON.parse(row.j), {a: 1});
    assert.deepEqual(row.a, [1, 2]);
    assert.deepEqual(row.st, {x: 1, z: ['p']});
    assert.deepEqual(row.ast, [{q: 'q'}]);
    assert.equal(row.nul, null);
    assert.ok(Number.isNaN(row.nan));
    assert.equal(row.inf, -Infinity);
  });

  await behaviour('queries: nothing found', async () => {
    const [rows, , answer] = await bigquery.query('SELECT 1 AS a FROM UNNEST([1]) WHERE FALSE');
    assert.deepEqual(rows, []);
    assert.equal(answer.totalRows, '0');
  });

  await behaviour('queries: DDL and DML', async () => {
    const made = name('ddl');
    await dataset.query(`CREATE TABLE ${made} (a INT64, b STRING) OPTIONS (description = 'x')`);
    const [job] = await dataset.createQueryJob(`INSERT INTO ${made} (a, b) VALUES (1, 'x'), (2, 'y')`);
    await job.promise();
    const [{statistics}] = await job.getMetadata();
    assert.equal(statistics.query.numDmlAffectedRows, '2');
    assert.equal(statistics.query.statementType, 'INSERT');
    await dataset.query(`CREATE TABLE ${made}2 AS SELECT b, a FROM ${made}`);
    assert.equal((await dataset.table(made + '2').getRows())[0].length, 2);
    await dataset.query(`DROP TABLE ${made}`);
    assert.deepEqual(await dataset.table(made).exists(), [false]);
  });

  await behaviour('queries: time is limited by timeoutMs', async () => {
    const query =
      'SELECT COUNT(*) AS c FROM UNNEST(GENERATE_ARRAY(1, 1000000)) a,' +
      ' UNNEST(GENERATE_ARRAY(1, 100000)) b WHERE MOD(a * b, 7) = 3';
    for (const options of [{timeoutMs: 100}, {timeoutMs: 100, job: bigquery.job(name('slow'))}]) {
      await refused(bigquery.query(query, options), e =>
        assert.equal(e.message, 'The query did not complete before 100ms'),
      );
    }
    const [jobs] = await bigquery.getJobs({stateFilter: 'running', projection: 'full'});
    for (const job of jobs.filter(one => one.metadata.configuration.query?.query === query)) {
      await job.cancel();
    }
  });
}

async function parameters() {
  async function same(query, params, types, expected) {
    const [rows] = await bigquery.query({query, params, ...(types && {types})});
    assert.deepEqual(JSON.parse(JSON.stringify(rows)), expected);
  }

  for (const [what, value, type, expected] of [
    ['strings', 'goo\'gle"', undefined, 'goo\'gle"'],
    ['empty strings', '', undefined, ''],
    ['whole numbers', 42, undefined, 42],
    ['fractions', 12.5, undefined, 12.5],
    ['wide numbers', new Big('2.5'), undefined, '2.5'],
    ['truth', true, undefined, true],
    ['bytes', 'YWI=', 'BYTES', {type: 'Buffer', data: [97, 98]}],
    ['times of day', bigquery.time('14:00:00'), undefined, {value: '14:00:00'}],
    ['dates', bigquery.date('2016-12-7'), undefined, {value: '2016-12-07'}],
    ['dates with times', bigquery.datetime('2016-12-7 14:00:00'), undefined, {value: '2016-12-07T14:00:00'}],
    ['points in time', new Date(0), undefined, {value: '1970-01-01T00:00:00.000Z'}],
    ['big whole numbers', bigquery.int('9007199254740991'), undefined, 9007199254740991],
    ['nothing, with a type', null, 'STRING', null],
    ['lists', [25, 26, 27], undefined, [25, 26, 27]],
    ['empty lists', [], ['INT64'], []],
    ['lists of records', [{a: 1}, {a: 2}], undefined, [{a: 1}, {a: 2}]],
    [
      'records',
      {b: true, arr: [2, 3], d: bigquery.date('2016-12-7'), f: 3.14, nested: {a: 3}},
      {b: 'BOOL', arr: ['INT64'], d: 'DATE', f: 'FLOAT64', nested: {a: 'INT64'}},
      {b: true, arr: [2, 3], d: {value: '2016-12-07'}, f: 3.14, nested: {a: 3}},
    ],
  ]) {
    await behaviour(`parameters: ${what}, by position and by name`, async () => {
      await same('SELECT ? AS v', [value], type && [type], [{v: expected}]);
      await same('SELECT @v AS v', {v: value}, type && {v: type}, [{v: expected}]);
    });
  }

  await behaviour('parameters: many at once, in conditions', async () => {
    await same(
      `SELECT id FROM ${dataset.id}.${table.id} WHERE name = @name AND id >= @id AND tame = @tame`,
      {name: 'Tom', id: 1, tame: true},
      undefined,
      [{id: 2}],
    );
    await same('SELECT x FROM UNNEST(?) AS x WHERE x > ?', [[1, 2, 3], 1], undefined, [{x: 2}, {x: 3}]);
  });

  await behaviour('parameters: a missing one is refused by name', async () => {
    await refused(bigquery.query({query: 'SELECT @a, @b', params: {a: 1}}), e =>
      assert.match(e.message, /Query parameter 'b' not found/),
    );
  });

  await behaviour('parameters: ranges and places are taken, or refused in words', async () => {
    for (const value of [bigquery.range('[2020-10-01, 2020-12-31)', 'DATE'), bigquery.geography('POINT(1 2)')]) {
      try {
        await bigquery.query({query: 'SELECT ? AS v', params: [value]});
      } catch (e) {
        assert.match(e.message, /The sandbox does not serve query parameters of type/);
      }
    }
  });
}

async function rows() {
  await behaviour('rows: some columns only', async () => {
    const [rows] = await table.getRows({selectedFields: 'id,name'});
    assert.deepEqual(Object.keys(rows[0]).sort(), ['id', 'name']);
  });

  await behaviour('rows: page by page', async () => {
    const own = bigquery.dataset('samples').table('sotu_passages');
    const [first, next] = await own.getRows({maxResults: 10, autoPaginate: false});
    assert.equal(first.length, 10);
    const [second] = await own.getRows({...next, autoPaginate: false});
    assert.equal(second.length, 10);
    assert.notDeepEqual(first[0], second[0]);
    const [jump] = await own.getRows({startIndex: '10', maxResults: 10, autoPaginate: false});
    assert.deepEqual(jump, second);
  });

  await behaviour('rows: as a stream', async () => {
    const rows = await all(
      bigquery.dataset('samples').table('sotu_passages').createReadStream(),
    );
    const [metadata] = await bigquery.dataset('samples').table('sotu_passages').getMetadata();
    assert.equal(String(rows.length), metadata.numRows);
  });

  await behaviour('rows: of an empty table', async () => {
    const empty = dataset.table(name('empty'));
    await empty.create({schema: 'a:string'});
    assert.deepEqual((await empty.getRows())[0], []);
  });

  await behaviour('rows: big whole numbers', async () => {
    const own = dataset.table(name('bigrows'));
    await own.create({schema: 'i:integer'});
    await own.insert({i: '9007199254740993'});
    const [[row]] = await own.getRows({wrapIntegers: true});
    assert.equal(row.i.value, '9007199254740993');
  });
}

async function jobs() {
  await behaviour('jobs: list, as a stream too', async () => {
    await Promise.all(Array.from({length: 6}, () => bigquery.query('SELECT 1')));
    const [jobs] = await bigquery.getJobs({maxResults: 5, autoPaginate: false});
    assert.equal(jobs.length, 5);
    assert.equal(jobs[0].constructor.name, 'Job');
    const minCreationTime = String(Date.now() - 600_000);
    assert.ok((await all(bigquery.getJobsStream({minCreationTime}))).length > 5);
  });

  await behaviour('jobs: list by state and projection', async () => {
    const [jobs] = await bigquery.getJobs({
      stateFilter: 'done',
      projection: 'full',
      maxResults: 3,
      autoPaginate: false,
    });
    assert.ok(jobs.every(job => job.metadata.state === 'DONE' && job.metadata.configuration));
  });

  await behaviour('jobs: get, exists and metadata', async () => {
    const [job] = await bigquery.createQueryJob(NUMBERS);
    await job.promise();
    const [got] = await bigquery.job(job.id).get();
    assert.equal(got.metadata.status.state, 'DONE');
    assert.equal(got.metadata.configuration.jobType, 'QUERY');
    assert.ok(Number(got.metadata.statistics.endTime) >= Number(got.metadata.statistics.startTime));
    assert.deepEqual(await job.exists(), [true]);
    assert.deepEqual(await bigquery.job('nobody_made_it').exists(), [false]);
  });

  await behaviour('jobs: complete is an event', async () => {
    const [job] = await bigquery.createQueryJob(NUMBERS);
    const metadata = await new Promise((resolve, reject) =>
      job.on('complete', resolve).on('error', reject),
    );
    assert.equal(metadata.status.state, 'DONE');
  });

  await behaviour('jobs: failure is an event', async () => {
    const [job] = await bigquery.createQueryJob("SELECT ERROR('boom')");
    const error = await new Promise((resolve, reject) =>
      job.on('complete', reject).on('error', resolve),
    );
    assert.match(error.message, /boom/);
  });

  await behaviour('jobs: cancel', async () => {
    const [job] = await bigquery.createQueryJob(
      'SELECT COUNT(*) FROM UNNEST(GENERATE_ARRAY(1, 1000000)) a,' +
        ' UNNEST(GENERATE_ARRAY(1, 1000000)) b WHERE MOD(a * b, 7) = 3',
    );
    const [answer] = await job.cancel();
    assert.equal(answer.kind, 'bigquery#jobCancelResponse');
    await refused(job.promise(), e => assert.equal(e.errors[0].reason, 'stopped'));
  });

  await behaviour('jobs: delete', async () => {
    const [job] = await bigquery.createJob({
      configuration: {query: {query: 'SELECT 100 AS foo', useLegacySql: false}},
      location: 'us-east1',
    });
    await job.getQueryResults();
    await job.delete();
    assert.deepEqual(await job.exists(), [false]);
  });

  await behaviour('jobs: results after a time that is over already', async () => {
    const [job] = await bigquery.createQueryJob(NUMBERS);
    await job.promise();
    assert.equal((await job.getQueryResults({timeoutMs: 1}))[0].length, 100);
  });
}

await Promise.all([loads(), copies(), queries(), parameters(), rows(), jobs()]);

// The end

await behaviour('clients: without the token nothing is told', async () => {
  const authClient = new OAuth2Client();
  authClient.setCredentials({access_token: 'wrong'});
  await refused(client({authClient, autoRetry: false}).getDatasets(), e => assert.equal(e.code, 401));
});

await behaviour('clients: a project that is not there', async () => {
  await refused(client({projectId: 'nobody-made-it'}).getDatasets(), e =>
    assert.ok([403, 404].includes(e.code)),
  );
});

await behaviour('datasets: delete by force', async () => {
  await dataset.delete({force: true});
  assert.deepEqual(await dataset.exists(), [false]);
});

rmSync(files, {recursive: true});

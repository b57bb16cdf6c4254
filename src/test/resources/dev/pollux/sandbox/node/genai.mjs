// Google's own Gen AI client for Node against the sandbox's Vertex AI, as it comes: only the address
// and the credentials are the sandbox's. Each behaviour is a line of JSON on standard output.
//
//   node genai.mjs URL TOKEN
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {GoogleGenAI, Type} from '@google/genai';
import {OAuth2Client} from 'google-auth-library';

const [url, token] = process.argv.slice(2);
const MODEL = 'gemini-2.5-flash';
const QUESTION = 'Which subject? The tariff on imports was raised in 1846.';
const TABLE = 'bq://storage-samples.generative_ai.batch_requests_for_multimodal_input';

function client(options = {}) {
  const authClient = new OAuth2Client();
  authClient.setCredentials({access_token: options.token ?? token});
  return new GoogleGenAI({
    vertexai: true,
    project: 'pollux-sandbox',
    location: options.location ?? 'us-central1',
    apiVersion: options.apiVersion ?? 'v1beta1',
    googleAuthOptions: {authClient},
    httpOptions: {baseUrl: url},
  });
}

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

async function all(pager) {
  const items = [];
  for await (const item of pager) {
    items.push(item);
  }
  return items;
}

async function refused(promise, status, words) {
  await assert.rejects(promise, e => {
    assert.equal(e.status, status);
    assert.match(e.message, words);
    return true;
  });
}

async function ended(ai, name) {
  for (;;) {
    const job = await ai.batches.get({name});
    if (job.endTime) {
      return job;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

for (const apiVersion of ['v1', 'v1beta1']) {
  const ai = client({apiVersion});

  await behaviour(`${apiVersion}: a prompt`, async () => {
    const answer = await ai.models.generateContent({model: MODEL, contents: QUESTION});
    assert.match(answer.text, /^Trade and tariffs/);
    assert.equal(answer.candidates[0].finishReason, 'STOP');
    const {promptTokenCount, totalTokenCount} = answer.usageMetadata;
    assert.ok(totalTokenCount > promptTokenCount);
  });

  await behaviour(`${apiVersion}: a prompt of several turns, with instructions`, async () => {
    const answer = await ai.models.generateContent({
      model: MODEL,
      contents: [
        {role: 'user', parts: [{text: 'Hello'}]},
        {role: 'model', parts: [{text: 'Hello.'}]},
        {role: 'user', parts: [{text: QUESTION}]},
      ],
      config: {systemInstruction: 'Be short.', temperature: 0, maxOutputTokens: 200},
    });
    assert.ok(answer.text);
  });

  await behaviour(`${apiVersion}: an answer by a schema`, async () => {
    const answer = await ai.models.generateContent({
      model: MODEL,
      contents: QUESTION,
      config: {
        responseMimeType: 'application/json',
        responseSchema: {
          type: Type.OBJECT,
          properties: {subject: {type: Type.STRING}, year: {type: Type.INTEGER}},
          required: ['subject', 'year'],
        },
      },
    });
    const read = JSON.parse(answer.text);
    assert.equal(typeof read.subject, 'string');
    assert.ok(Number.isInteger(read.year));
  });

  await behaviour(`${apiVersion}: a stream`, async () => {
    let text = '';
    for await (const chunk of await ai.models.generateContentStream({
      model: MODEL,
      contents: QUESTION,
    })) {
      text += chunk.text;
    }
    assert.ok(text);
  });

  await behaviour(`${apiVersion}: a chat`, async () => {
    const chat = ai.chats.create({model: MODEL});
    assert.ok((await chat.sendMessage({message: QUESTION})).text);
    assert.ok((await chat.sendMessage({message: 'And the year?'})).text);
    assert.equal(chat.getHistory().length, 4);
  });

  await behaviour(`${apiVersion}: tokens are counted`, async () => {
    const {totalTokens} = await ai.models.countTokens({
      model: MODEL,
      contents: 'four words of text',
    });
    assert.equal(totalTokens, 4);
  });

  await behaviour(`${apiVersion}: tokens are shown, as many as are counted`, async () => {
    const contents = 'four words of text, and a sentence.';
    const {totalTokens} = await ai.models.countTokens({model: MODEL, contents});
    const {tokensInfo} = await ai.models.computeTokens({model: MODEL, contents});
    assert.equal(tokensInfo.length, 1);
    assert.equal(tokensInfo[0].role, 'user');
    assert.equal(tokensInfo[0].tokenIds.length, totalTokens);
    assert.equal(tokensInfo[0].tokens.map(piece => atob(piece)).join(''), contents);
  });

  await behaviour(`${apiVersion}: models: the published ones, and one of them`, async () => {
    const models = await all(await ai.models.list({config: {queryBase: true}}));
    assert.ok(models.some(model => model.name.endsWith(MODEL)));
    const model = await ai.models.get({model: MODEL});
    assert.match(model.name, new RegExp(`publishers/google/models/${MODEL}`));
  });

  await behaviour(`${apiVersion}: models: page by page`, async () => {
    const pager = await ai.models.list({config: {queryBase: true, pageSize: 1}});
    assert.equal(pager.pageLength, 1);
    const first = pager.getItem(0).name;
    assert.ok(pager.hasNextPage());
    await pager.nextPage();
    assert.notEqual(pager.getItem(0).name, first);
  });

  await behaviour(`${apiVersion}: models: one's own`, async () => {
    const models = await all(await ai.models.list({config: {queryBase: false}}));
    assert.ok(models.every(model => model.name.startsWith('projects/')));
  });

  await behaviour(`${apiVersion}: caches and tuning jobs are empty lists`, async () => {
    assert.deepEqual(await all(await ai.caches.list()), []);
    assert.deepEqual(await all(await ai.tunings.list()), []);
  });

  await behaviour(`${apiVersion}: batches: create, wait, list, delete`, async () => {
    const table = `node_${randomUUID().replaceAll('-', '')}`;
    const job = await ai.batches.create({
      model: MODEL,
      src: TABLE,
      config: {displayName: table, dest: `bq://pollux-sandbox.mine.${table}`},
    });
    assert.equal(job.state, 'JOB_STATE_PENDING');
    assert.equal(job.displayName, table);
    const done = await ended(ai, job.name);
    assert.equal(done.state, 'JOB_STATE_SUCCEEDED');
    const some = await ai.batches.list({config: {pageSize: 1}});
    assert.equal(some.pageLength, 1);
    const found = await all(await ai.batches.list({config: {filter: `display_name="${table}"`}}));
    assert.deepEqual(found.map(one => one.name), [job.name]);
    const camel = await all(await ai.batches.list({config: {filter: `displayName="${table}"`}}));
    assert.deepEqual(camel.map(one => one.name), [job.name]);
    await ai.batches.delete({name: job.name});
    await refused(ai.batches.get({name: job.name}), 404, /does not exist/);
  });
}

const ai = client();

await behaviour('batches: cancel', async () => {
  const job = await ai.batches.create({
    model: MODEL,
    src: TABLE,
    config: {displayName: 'c', dest: `bq://pollux-sandbox.mine.c${Date.now()}`},
  });
  await ai.batches.cancel({name: job.name});
  assert.equal((await ended(ai, job.name)).state, 'JOB_STATE_CANCELLED');
});

await behaviour('batches: no such source fails the job, in words', async () => {
  const job = await ai.batches.create({
    model: MODEL,
    src: 'bq://pollux-sandbox.mine.nobody_made_it',
    config: {displayName: 'f', dest: `bq://pollux-sandbox.mine.f${Date.now()}`},
  });
  const done = await ended(ai, job.name);
  assert.equal(done.state, 'JOB_STATE_FAILED');
  assert.match(done.error.message, /nobody_made_it/);
});

await behaviour('a model that is not there', async () => {
  await refused(
    ai.models.generateContent({model: 'gemini-9', contents: 'x'}),
    404,
    /gemini-9.*does not exist/,
  );
});

await behaviour('a setting out of bounds', async () => {
  await refused(
    ai.models.generateContent({model: MODEL, contents: 'x', config: {temperature: 9}}),
    400,
    /temperature/i,
  );
});

await behaviour('without the token nothing is told', async () => {
  await refused(
    client({token: 'wrong'}).models.generateContent({model: MODEL, contents: 'x'}),
    401,
    /authentication/,
  );
});

await behaviour('the global location', async () => {
  const answer = await client({location: 'global'}).models.generateContent({
    model: MODEL,
    contents: QUESTION,
  });
  assert.ok(answer.text);
});

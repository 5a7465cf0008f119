/** Secrets made up again at each run from their parts, and the texts of learners that hold them. */

const letters = 'abcdefghijklmnopqrstuvwxyz';
const base62 = `${letters}${letters.toUpperCase()}0123456789`;
const hex = '0123456789abcdef';

/** Keeps the beginning of a key apart from its rest, so that scanners find none in this file. */
const apart = (beginning: string) => beginning;

export interface Planted {
  name: string;
  /** What must not be kept. */
  secret: string;
  text: string;
}

/** Deterministic for a seed: a run that fails can be run again. */
export function randomOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
  const of = (count: number, alphabet = base62) =>
    Array.from({ length: count }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
  return { next, of };
}

/** Texts with a secret in each, over all kinds; at least sixty. */
export function plantedSecrets(seed: number): Planted[] {
  const { of } = randomOf(seed);
  const digits = (count: number) => of(count, '0123456789');
  const upper = (count: number) => of(count, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
  // As people choose them.
  const chosen = () =>
    `${['Kilimanjaro', 'Simba', 'Lagos', 'Mzungu', 'Jollof'][Number(digits(1)) % 5]}${of(2, '#!@%')}${digits(4)}`;
  const jwt = () =>
    [
      { alg: 'HS256', typ: 'JWT' },
      { user_id: Number(digits(6)), exp: Number(`17${digits(8)}`) },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .concat(of(43))
      .join('.');
  const discordToken = () =>
    `${Buffer.from(`7${digits(17)}`)
      .toString('base64')
      .replaceAll('=', '')}.${of(6)}.${of(38)}`;
  const pem = (name: string) => {
    const body = Array.from({ length: 6 }, () => of(64)).join('\n');
    return { secret: body.slice(0, 64), whole: `-----BEGIN ${name}-----\n${body}\n-----END ${name}-----` };
  };
  const planted: Planted[] = [];
  const plant = (name: string, secret: string, text: (secret: string) => string) =>
    planted.push({ name, secret, text: text(secret) });

  plant(
    'AWS key id, in a fence',
    `AK${apart('IA')}${upper(16)}`,
    (it) => `Deploying to S3:\n\`\`\`\naws_access_key_id = ${it}\n\`\`\``,
  );
  plant(
    'AWS key id, in prose',
    `AS${apart('IA')}${upper(16)}`,
    (it) => `I pushed ${it} by mistake and the bill came.`,
  );
  plant(
    'AWS secret key, .env',
    of(40),
    (it) => `AWS_REGION=eu-west-1\nAWS_SECRET_ACCESS_KEY=${it}\nBUCKET=media`,
  );
  plant(
    'GitHub token, in an address',
    `gh${apart('p_')}${of(36)}`,
    (it) => `git clone https://amina:${it}@github.com/amina/api.git`,
  );
  plant(
    'GitHub token, in a step',
    `gh${apart('p_')}${of(36)}`,
    (it) => `Log in with\n\n    echo ${it} | docker login ghcr.io -u amina --password-stdin`,
  );
  plant('GitHub fine-grained token', `github_${apart('pat_')}${of(22)}_${of(59)}`, (it) => `GH_TOKEN: ${it}`);
  plant('GitHub server token', `gh${apart('s_')}${of(36)}`, (it) => `The action printed ${it}.`);
  plant(
    'GitLab token',
    `gl${apart('pat-')}${of(20)}`,
    (it) => `curl --header "PRIVATE-TOKEN: ${it}" https://gitlab.com/api/v4/projects`,
  );
  plant('Discord bot token', discordToken(), (it) => `client.login('${it}')`);
  plant(
    'Discord bot token, .env',
    discordToken(),
    (it) => `DISCORD_TOKEN=${it}\nGUILD_ID=812004417280901120`,
  );
  plant(
    'Discord bot token, Swahili',
    discordToken(),
    (it) => `Nimeweka token yangu ${it} lakini bot haianzi.`,
  );
  plant(
    'Discord webhook',
    of(68),
    (it) => `requests.post("https://discord.com/api/webhooks/${digits(18)}/${it}", json=data)`,
  );
  plant(
    'Discord webhook, old host',
    of(68),
    (it) => `https://discordapp.com/api/webhooks/${digits(18)}/${it}`,
  );
  plant(
    'Slack bot token',
    `xo${apart('xb-')}${digits(12)}-${digits(12)}-${of(24)}`,
    (it) => `slack = WebClient(token="${it}")`,
  );
  plant(
    'Slack user token',
    `xo${apart('xp-')}${digits(12)}-${digits(12)}-${digits(12)}-${of(32, hex)}`,
    (it) => `SLACK=${it}`,
  );
  plant('Slack hook', of(24), (it) => `https://hooks.slack.com/services/T${upper(8)}/B${upper(8)}/${it}`);
  for (const name of ['RSA PRIVATE KEY', 'PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'EC PRIVATE KEY']) {
    const { secret, whole } = pem(name);
    plant(name, secret, () => `How do I use this with nginx?\n\`\`\`\n${whole}\n\`\`\`\nThanks!`);
  }
  {
    const { secret, whole } = pem('PRIVATE KEY');
    plant(
      'service account, JSON',
      secret,
      () => `{"type": "service_account", "private_key": ${JSON.stringify(`${whole}\n`)}}`,
    );
  }
  plant('private key without its end', of(64), (it) => `-----BEGIN RSA PRIVATE KEY-----\n${it}\n${of(64)}`);
  plant(
    'postgres, .env',
    of(16),
    (it) => `DATABASE_URL=postgres://app:${it}@ep-cool-1234.eu-central-1.aws.neon.tech/main?sslmode=require`,
  );
  plant(
    'postgresql, chosen password',
    chosen().replaceAll(/[@#]/g, '!'),
    (it) => `psql postgresql://amina:${it}@db.onrender.com:5432/jobs`,
  );
  plant(
    'postgres with a driver',
    of(14),
    (it) => `create_engine("postgresql+psycopg2://api:${it}@10.0.0.5/api")`,
  );
  plant('mysql', of(12), (it) => `mysql://shop:${it}@mysql.railway.internal:3306/shop`);
  plant(
    'mongodb+srv',
    'kilimanjaro',
    (it) => `mongoose.connect('mongodb+srv://amina:${it}@cluster0.ab1cd.mongodb.net/jobs')`,
  );
  plant('mongodb', of(16), (it) => `MONGO_URI=mongodb://admin:${it}@34.12.9.8:27017`);
  plant(
    'redis without a name',
    of(32),
    (it) => `CELERY_BROKER_URL = "redis://:${it}@redis-123.upstash.io:6379/0"`,
  );
  plant('rediss', of(24), (it) => `rediss://default:${it}@eu1-calm.upstash.io:6379`);
  plant('amqp', of(20), (it) => `Le broker est amqps://jxyz:${it}@stingray.rmq.cloudamqp.com/jxyz`);
  plant('address of the web', of(12), (it) => `https://amina:${it}@staging.jobs.africa/admin`);
  plant('JWT in a header', jwt(), (it) => `curl -H "Authorization: Bearer ${it}" https://api.jobs.africa/me`);
  plant('JWT in prose', jwt(), (it) => `My access token ${it} expires after five minutes, why?`);
  plant('JWT in JSON', jwt(), (it) => `{"refresh": "${it}"}`);
  plant('JWT in a link', jwt(), (it) => `https://jobs.africa/verify?token=${it}`);
  plant('npm', `np${apart('m_')}${of(36)}`, (it) => `//packages.example.org/:_authToken=${it}`);
  plant('Google', `AI${apart('za')}${of(35)}`, (it) => `const map = new Loader({ apiKey: "${it}" })`);
  plant('Google client secret', `GOC${apart('SPX-')}${of(28)}`, (it) => `client_secret: ${it}`);
  plant('Stripe', `sk_${apart('live_')}${of(24)}`, (it) => `stripe.api_key = "${it}"`);
  plant('Stripe restricted', `rk_${apart('live_')}${of(24)}`, (it) => `STRIPE=${it}`);
  plant('Stripe test key', `sk_${apart('test_')}${of(24)}`, (it) => `I use ${it} for now`);
  plant('Paystack', `sk_${apart('live_')}${of(40, hex)}`, (it) => `PAYSTACK_SECRET_KEY=${it}`);
  plant('Chapa', `CHA${apart('SECK')}-${of(32)}`, (it) => `headers = {"Authorization": "Bearer ${it}"}`);
  plant('Flutterwave', `FLW${apart('SECK')}-${of(32, hex)}-X`, (it) => `FLW_SECRET_KEY='${it}'`);
  plant(
    'OpenAI project key',
    `sk-${apart('proj-')}${of(60)}T3Blbk${apart('FJ')}${of(60)}`,
    (it) => `openai.api_key = "${it}"`,
  );
  plant('OpenAI old key', `s${apart('k-')}${of(48)}`, (it) => `export OPENAI_API_KEY=${it}`);
  plant('Anthropic', `sk-${apart('ant-')}api03-${of(93)}AA`, (it) => `ANTHROPIC_API_KEY=${it}`);
  plant('Hugging Face', `h${apart('f_')}${of(34)}`, (it) => `login(token="${it}")`);
  plant('SendGrid', `S${apart('G.')}${of(22)}.${of(43)}`, (it) => `EMAIL_HOST_PASSWORD = '${it}'`);
  plant('Telegram', `${digits(10).replace(/^0/, '7')}:AA${of(33)}`, (it) => `TELEGRAM_BOT=${it}`);
  plant('Twilio', `S${apart('K')}${of(32, hex)}`, (it) => `twilio api key ${it}`);
  plant('DigitalOcean', `dop_${apart('v1_')}${of(64, hex)}`, (it) => `doctl auth init -t ${it}`);
  plant(
    'PyPI',
    `pyp${apart('i-')}AgEIcHlwaS5vcmc${of(80)}`,
    (it) => `twine upload -u __token__ -p ${it} dist/*`,
  );
  plant('Supabase', `sb${apart('p_')}${of(40, hex)}`, (it) => `SUPABASE_ACCESS_TOKEN=${it}`);
  plant(
    'Django secret key',
    `${of(46)}${of(4, '#!$&')}`,
    (it) => `DEBUG = True\nSECRET_KEY = 'django-insecure-${it}'\nALLOWED_HOSTS = []`,
  );
  plant('Django secret key, plain', of(50), (it) => `SECRET_KEY = "${it}"`);
  plant('Flask secret key', of(64, hex), (it) => `app.config['SECRET_KEY'] = '${it}'`);
  plant('JWT secret, .env', of(48), (it) => `PORT=3000\nJWT_SECRET=${it}\nNODE_ENV=production`);
  plant('e-mail password', chosen(), (it) => `EMAIL_HOST_USER=amina@jobs.africa\nEMAIL_HOST_PASSWORD=${it}`);
  plant(
    'password in YAML',
    chosen(),
    (it) => `services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${it}\n      POSTGRES_DB: jobs`,
  );
  plant('password in JSON', chosen(), (it) => `{ "username": "amina", "password": "${it}" }`);
  plant('password in Python', chosen(), (it) => `conn = psycopg2.connect(host="10.1.1.4", password="${it}")`);
  plant(
    'password in prose',
    chosen(),
    (it) => `I cannot log in, my password is ${it} and it worked yesterday.`,
  );
  plant('password in French', chosen(), (it) => `Mon mot de passe : ${it} ne marche plus`);
  plant('password in Swahili', chosen(), (it) => `Nenosiri: ${it}`);
  plant('password in Portuguese', chosen(), (it) => `Senha: ${it}`);
  plant('password in Arabic', chosen(), (it) => `كلمة المرور: ${it}`);
  plant('password in Amharic', chosen(), (it) => `የይለፍ ቃል: ${it}`);
  plant('password on the next line', chosen(), (it) => `**Password:**\n${it}`);
  plant('password of mysql', chosen(), (it) => `mysql -h 10.0.0.7 -u root -p'${it}' shop`);
  plant('password of curl', chosen(), (it) => `curl -u amina:${it} https://api.jobs.africa/me`);
  plant('password as an option', chosen(), (it) => `python manage.py seed --password ${it}`);
  plant('key in a header', of(32), (it) => `x-api-key: ${it}`);
  plant('key in a link', of(32), (it) => `https://api.weather.africa/v1/now?city=Kigali&api_key=${it}`);
  plant('M-Pesa consumer secret', of(48), (it) => `CONSUMER_KEY = "abc"\nCONSUMER_SECRET = "${it}"`);
  plant('M-Pesa passkey', of(64, hex), (it) => `MPESA_PASSKEY=${it}`);
  plant(
    'token of DRF',
    of(40, hex),
    (it) => `curl -H 'Authorization: Token ${it}' http://127.0.0.1:8000/api/`,
  );
  plant(
    'Azure storage',
    `${of(86)}==`,
    (it) => `DefaultEndpointsProtocol=https;AccountName=jobs;AccountKey=${it};`,
  );
  plant('switched off by a comment', `np${apart('m_')}${of(36)}`, (it) => `// secretlint-disable\n${it}`);
  plant(
    'parted by what nobody sees',
    `gh${apart('p_')}${of(36)}`,
    (it) => `${it.slice(0, 10)}\u200b${it.slice(10)}`,
  );
  return planted;
}

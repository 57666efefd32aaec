import { describe, expect, it } from 'vitest';
import { redactBody, redactHeaders, redactText, redactUrl } from '../../diagnosis';

const S = 'Xk29vQpL';
const header = (name: string, value: string): string => redactHeaders([{ name, value }])[0]?.value ?? '';

describe('a secret goes, whatever writes it', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['xml', redactBody(`<?xml version="1.0"?><login><user>bob</user><password>${S}</password></login>`)],
    ['xmlattr', redactBody(`<db user="a" password="${S}"/>`)],
    ['yaml', redactBody(`db:\n  password: ${S}\n  host: x`)],
    ['gql', redactBody(JSON.stringify({ query: `mutation { login(email: "bob@ex.com", password: "${S}") { token } }` }))],
    ['gqlvar', redactBody(JSON.stringify({ variables: { input: { password: S, passwordConfirmation: S } } }))],
    ['digest', header('authorization', `Digest username="bob", realm="x", nonce="abc", response="${S}"`)],
    ['digesttext', redactText(`Authorization: Digest username="bob", realm="x", response="${S}abc1"`)],
    ['envdump', redactBody(`DATABASE_URL=postgres://u:${S}@h/db\nSECRET_KEY_BASE=${S}\nAWS_SECRET_ACCESS_KEY=${S}/aa`)],
    ['pem in json', redactBody(JSON.stringify({ k: `-----BEGIN RSA PRIVATE KEY-----\nMII${S}\nabc\n-----END RSA PRIVATE KEY-----\n` }))],
    ['php', redactText(`Array ( [user] => bob [password] => ${S} )`)],
    ['ruby', redactText(`Parameters: {"user"=>{"password"=>"${S}"}}`)],
    ['py', redactText(`KeyError: {'password': '${S}', 'a': 1}`)],
    ['pyu', redactText(`{u'api_key': u'${S}'}`)],
    ['curl -u', redactText(`curl -u bob:${S} https://x.example/`)],
    ['cli', redactText(`mysql --password=${S} --user=a`)],
    ['cli2', redactText(`tool --token ${S}abcd1234 run`)],
    ['h', header('x-auth-token', S)],
    ['h2', header('x-access-key', S)],
    ['h3', header('x-shopify-storefront-access-token', S)],
    ['h4', header('location', `/cb?code=${S}12345678&state=1`)],
    ['h5', header('link', `<https://a.example/?access_token=${S}>; rel="next"`)],
    ['h6', header('refresh', `0; url=https://a.example/?session=${S}`)],
    ['h7', header('x-debug', JSON.stringify({ token: S }))],
    ['sas', redactUrl(`https://a.blob.core.windows.net/c/b?sv=2020-08-04&se=2026&sr=b&sp=r&sig=${S}%2Fabc%3D`)],
    ['arr', redactUrl(`https://a.example/?user[password]=${S}&x[]=1`)],
    ['arrenc', redactUrl(`https://a.example/?user%5Bpassword%5D=${S}`)],
    ['frag', redactUrl(`https://a.example/#/reset?token=${S}`)],
    ['matrix', redactUrl(`https://a.example/a;token=${S}/b`)],
    ['nohost', redactUrl(`//u:${S}@h.example/a`)],
    ['deep', redactBody(JSON.stringify({ a: { b: [{ c: { secret: { value: S } } }] } }))],
    ['arrsec', redactBody(JSON.stringify({ tokens: [S], apiKeys: [S], secrets: [S] }))],
    ['ndjson', redactBody(`{"a":1,"password":"${S}"}\n{"token":"${S}"}`)],
    ['jsonp', redactBody(`cb({"password":"${S}"});`)],
    ['xssi', redactBody(`)]}',\n{"password":"${S}"}`)],
    ['html attr', redactBody(`<div data-token="${S}" data-api-key='${S}'>`)],
    ['html json', redactBody(`<script>window.__S={"csrfToken":"${S}",apiKey:'${S}'}</script>`)],
    ['htmlesc', redactBody(`<pre>{&quot;password&quot;:&quot;${S}&quot;}</pre>`)],
    ['b64url', redactBody(Buffer.from(`token=${S}&a=1`).toString('base64url'))],
    ['dblb64', redactText(Buffer.from(Buffer.from(`password=${S}`).toString('base64')).toString('base64'))],
    ['pctjson', redactText(encodeURIComponent(JSON.stringify({ password: S })))],
    ['space pw', redactBody(`{"password":"my ${S} is long"}`)],
    ['form space', redactBody(`password=my+${S}+x&b=1`)],
    ['multipart lf', redactBody(`--x\nContent-Disposition: form-data; name=password\n\n${S}\n--x--`)],
    ['setcookie text', redactText(`set-cookie: sid=${S}; Path=/`)],
    ['log', redactText(`level=error msg="bad" password="${S}" x=1`)],
    ['auth token', redactText(`Authorization: token ${S}abc`)],
    ['auth raw', redactText(`authorization: ${S}abcdefgh12345`)],
    ['apikey word', redactText(`Your API key ${S}abcdef123456 is invalid`)],
    ['ws', redactText(`wss://x.example/s?token=${S}`)],
    ['smtp', redactText(`smtp://u:${S}@mail`)],
    ['conn', redactText(`Server=tcp:x;User ID=a;Password=${S};Encrypt=True`)],
    ['azure', redactText(`DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${S}abc==;EndpointSuffix=x`)],
  ];
  it.each(forms)('%s', (_, text) => {
    expect(text).not.toContain(S);
    expect(text).toContain('[redacted]');
  });
});

describe('words and ids stay', () => {
  it.each([
    `Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
    '{"error":{"code":"ECONNREFUSED","message":"connect ECONNREFUSED 127.0.0.1:3000"}}',
    '{"usage":{"prompt_tokens":4096,"total_tokens":123456},"max_tokens":8192}',
    '{"session_duration":3600,"token_type":"Bearer","password_policy":"strong","keyboard":"us","author":"bob"}',
    'Your session expired, log in again. The password must be at least 8 characters long.',
    'Authentication failed: invalid token. Authorization: required',
    'www-authenticate says Bearer realm="api", error="invalid_token"',
    'at getUserProfileById2 (/srv/app/node_modules/express/lib/router/index.js:284:15)',
    'npm: react@18.2.0, @scope/pkg@1.2.3, logo@2x.png',
    '4bf92f3577b34da6a3ce929d0e0e4736 0af7651916cd43dd8448eb211c80319c 01KJD9FATBP38BK9EPSN617QKP 8e695a03eed4f9fd-SJC',
    'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
    '<title>502 Bad Gateway</title><center>nginx/1.25.3</center><p>Error code: 502</p>',
    '1719464449663 1719464449663123 4111111111111112 2026-11-22T12:22:15.123Z',
    '<Error><Code>NoSuchKey</Code><Key>photos/cat.jpg</Key><RequestId>79104EXAMPLEB723</RequestId></Error>',
    'Root=1-65f1a2b3-0123456789abcdef01234567;Self=1-65f1a2b4-abcdef',
  ])('%s', (text) => {
    expect(redactText(text)).toBe(text);
    expect(redactBody(text)).toBe(text);
  });
  it.each([
    'https://cdn.example.com/assets/index-BxK3d9aZ.js?v=8f14e45fceea167a5a36dedd4bea2543',
    'https://shop.example.com/products/2024-summer-sale-blue-shirt?page=2&sort=price_asc&q=hello%20world',
    'https://api.example.com/orders/6f9619ff-8b86-d011-b42d-00c04fc964ff?request_id=01KJD9FATBP38BK9EPSN617QKP',
    'https://api.example.com/errors?code=INVALID_ARGUMENT&state=open',
  ])('%s', (url) => expect(redactUrl(url)).toBe(url));
});

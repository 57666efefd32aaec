import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort, type Site } from './processes';

/** An application server of the lab: it answers `/ok` with 200 and fails in its own ways on the other paths. */
export interface App {
  /** The vendor id of the truth. */
  readonly id: string;
  /** What else its answers show: the server inside or the framework on top. */
  readonly also: readonly string[];
  readonly program: string;
  readonly packages: readonly string[];
  /** Names of failures that it answers itself, or the server that it brings along. */
  readonly failures: readonly string[];
  /** Names of failures that leave no answer: a front must notice. Each ends a process, so they are asked one by one. */
  readonly deaths: readonly string[];
  start(site: Site, port: number): Promise<void>;
}

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
/** Under a supervisor, as in production: what is killed is started again. */
const nodeApp = (id: string, also: readonly string[], code: string): App => ({
  id,
  also,
  program: 'node',
  packages: [],
  failures: ['throw', 'json'],
  deaths: ['crash'],
  async start(site, port) {
    // CommonJS resolves from NODE_PATH, so that the program can lie outside the project.
    const file = site.file(
      `${id}.cjs`,
      `const crash = () => process.kill(process.pid, 'SIGKILL');
const start = () => require('node:child_process').spawn(process.execPath, [__filename, 'serve'], { stdio: 'inherit' }).on('exit', start);
if (process.argv[2] !== 'serve') start();
else { ${code.replaceAll('PORT', String(port))} }`,
    );
    await site.start(process.execPath, [file], port, { NODE_PATH: modules, NODE_ENV: 'production' });
  },
});

const node = nodeApp(
  'node',
  [],
  `require('node:http').createServer((q, s) => {
  if (q.url.endsWith('/throw')) { s.statusCode = 500; return s.end('Internal Server Error'); }
  if (q.url.endsWith('/json')) { s.writeHead(500, { 'content-type': 'application/json' }); return s.end(JSON.stringify({ error: 'boom', trace: 'abc' })); }
  if (q.url.endsWith('/crash')) return crash();
  s.writeHead(200, { 'content-type': 'application/json' }); s.end('{}');
}).listen(PORT, '127.0.0.1')`,
);
const express = nodeApp(
  'express',
  ['node'],
  `const app = require('express')();
app.get(/\\/throw$/, () => { throw new Error('boom'); });
app.get(/\\/json$/, (q, s) => s.status(500).json({ error: 'boom', trace: 'abc' }));
app.get(/\\/crash$/, crash);
app.get(/.*/, (q, s) => s.json({}));
app.listen(PORT, '127.0.0.1')`,
);
const fastify = nodeApp(
  'fastify',
  ['node'],
  `const app = require('fastify')();
app.get('/*', (q, s) => {
  if (q.url.endsWith('/throw')) throw new Error('boom');
  if (q.url.endsWith('/json')) return s.code(500).send({ problem: 'boom', trace: 'abc' });
  if (q.url.endsWith('/crash')) crash();
  return {};
});
app.listen({ port: PORT, host: '127.0.0.1' })`,
);

const pythonApp = (app: Omit<App, 'failures' | 'start'>, code: string, args: (module: string, port: number) => readonly string[]): App => ({
  ...app,
  failures: ['throw', 'json'],
  async start(site, port) {
    const module = `lab_${app.id}`;
    site.file(`${module}.py`, code);
    await site.start(app.program, args(module, port), port, { PYTHONPATH: site.path(''), PYTHONDONTWRITEBYTECODE: '1' });
  },
});
/** Seconds after which gunicorn kills a worker that does not answer; looked at once a second. */
const WORKER_TIMEOUT = 2;

const gunicorn = pythonApp(
  { id: 'gunicorn', also: [], program: 'gunicorn', packages: ['gunicorn'], deaths: ['crash', 'worker-timeout'] },
  `import os, signal, time
def app(environ, start_response):
    path = environ['PATH_INFO']
    if path.endswith('/throw'):
        raise RuntimeError('boom')
    if path.endswith('/crash'):
        os.kill(os.getpid(), signal.SIGKILL)
    if path.endswith('/worker-timeout'):
        time.sleep(60)
    failed = path.endswith('/json')
    start_response('500 Internal Server Error' if failed else '200 OK', [('content-type', 'application/json')])
    return [b'{"error": "boom", "trace": "abc"}' if failed else b'{}']
`,
  (module, port) => ['--bind', `127.0.0.1:${port}`, '--workers', '1', '--timeout', String(WORKER_TIMEOUT), `${module}:app`],
);
const flask = pythonApp(
  { id: 'flask', also: ['gunicorn'], program: 'gunicorn', packages: ['gunicorn', 'python3-flask'], deaths: ['crash'] },
  `import os, signal
from flask import Flask, jsonify
app = Flask(__name__)
@app.route('/<path:p>')
def all(p):
    if p.endswith('throw'):
        raise RuntimeError('boom')
    if p.endswith('json'):
        return jsonify(error='boom', trace='abc'), 500
    if p.endswith('crash'):
        os.kill(os.getpid(), signal.SIGKILL)
    return jsonify()
`,
  (module, port) => ['--bind', `127.0.0.1:${port}`, '--workers', '1', `${module}:app`],
);
const fastapi = pythonApp(
  {
    id: 'fastapi',
    also: ['uvicorn'],
    // Debian's own: another python3 earlier on PATH has no Debian packages.
    program: '/usr/bin/python3',
    packages: ['python3-fastapi', 'python3-uvicorn'],
    // Nothing would start it again.
    deaths: [],
  },
  `from fastapi import FastAPI
from fastapi.responses import JSONResponse
app = FastAPI()
@app.get('/{p:path}')
def all(p: str):
    if p.endswith('throw'):
        raise RuntimeError('boom')
    if p.endswith('json'):
        return JSONResponse({'error': 'boom', 'trace': 'abc'}, 500)
    return {}
`,
  (module, port) => ['-m', 'uvicorn', '--host', '127.0.0.1', '--port', String(port), `${module}:app`],
);

/** PHP behind nginx, as FPM has no HTTP of its own. */
const php: App = {
  id: 'php-fpm',
  also: ['php'],
  program: 'php-fpm',
  packages: ['php-fpm', 'nginx'],
  failures: ['fatal', 'json', 'stopped', 'crash'],
  deaths: [],
  async start(site, port) {
    const [fpm, stopped] = [await freePort(), await freePort()];
    site.file(
      'php/index.php',
      `<?php
$path = $_SERVER['REQUEST_URI'];
if (str_ends_with($path, '/fatal')) { throw new RuntimeException('boom'); }
if (str_ends_with($path, '/crash')) { exec('kill -KILL ' . getmypid()); }
header('content-type: application/json');
if (str_ends_with($path, '/json')) { http_response_code(500); echo '{"error":"boom","trace":"abc"}'; exit; }
echo '{}';
`,
    );
    const pool = site.file(
      'php/fpm.conf',
      `[global]
error_log = ${site.path('php/error.log')}
daemonize = no
[www]
listen = 127.0.0.1:${fpm}
pm = static
pm.max_children = 2
php_admin_flag[display_errors] = off
${process.getuid?.() === 0 ? 'user = root\ngroup = root\n' : ''}`,
    );
    await site.start(phpFpm(), ['-F', '-R', '-n', '-y', pool], fpm);
    const params = '/etc/nginx/fastcgi_params';
    const conf = site.file(
      'php/nginx.conf',
      `daemon off; worker_processes 1; pid ${site.path('php/pid')}; error_log ${site.path('php/nginx.log')}; user root; events {}
http { access_log off; client_body_temp_path ${site.path('php/b')}; proxy_temp_path ${site.path('php/p')}; fastcgi_temp_path ${site.path('php/f')}; uwsgi_temp_path ${site.path('php/u')}; scgi_temp_path ${site.path('php/s')};
server { listen 127.0.0.1:${port};
  location / { include ${params}; fastcgi_param SCRIPT_FILENAME ${site.path('php/index.php')}; fastcgi_pass 127.0.0.1:${fpm}; }
  location ~ /stopped$ { include ${params}; fastcgi_pass 127.0.0.1:${stopped}; } } }
`,
    );
    await site.start('nginx', ['-c', conf, '-p', site.path('php'), '-e', site.path('php/nginx.log')], port);
  },
};

/** Debian names the program after its version. */
function phpFpm(): string {
  const found = readdirSync('/usr/sbin').find((name) => /^php-fpm\d/.test(name));
  if (found === undefined) throw new Error('php-fpm is missing: apt-get install php-fpm');
  return found;
}

/** The application servers of the lab. */
export const apps: readonly App[] = [node, express, fastify, gunicorn, flask, fastapi, php];

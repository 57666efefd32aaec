import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Site } from './processes';

/** An application server of the lab: it answers `/ok` with 200 and fails in its own ways on the other paths. */
export interface App {
  /** The vendor id of the truth, or 'application' where it leaves no mark. */
  readonly id: string;
  readonly program: string;
  readonly packages: readonly string[];
  /** Paths that fail, and whether the application answers for itself. */
  readonly failures: readonly string[];
  start(site: Site, port: number): Promise<void>;
}

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));
const nodeApp = (id: string, code: string): App => ({
  id,
  program: 'node',
  packages: [],
  failures: ['throw', 'json'],
  async start(site, port) {
    // CommonJS resolves from NODE_PATH, so that the program can lie outside the project.
    const file = site.file(`${id}.cjs`, code.replaceAll('PORT', String(port)));
    await site.start(process.execPath, [file], port, { NODE_PATH: modules, NODE_ENV: 'production' });
  },
});

const node = nodeApp(
  'node',
  `require('node:http').createServer((q, s) => {
  if (q.url.endsWith('/throw')) { s.statusCode = 500; return s.end('Internal Server Error'); }
  if (q.url.endsWith('/json')) { s.writeHead(500, { 'content-type': 'application/json' }); return s.end(JSON.stringify({ error: 'boom', trace: 'abc' })); }
  if (q.url.endsWith('/crash')) return process.exit(1);
  s.writeHead(200, { 'content-type': 'application/json' }); s.end('{}');
}).listen(PORT, '127.0.0.1')`,
);
const express = nodeApp(
  'express',
  `const app = require('express')();
app.get(/\\/throw$/, () => { throw new Error('boom'); });
app.get(/\\/json$/, (q, s) => s.status(500).json({ error: 'boom', trace: 'abc' }));
app.get(/.*/, (q, s) => s.json({}));
app.listen(PORT, '127.0.0.1')`,
);
const fastify = nodeApp(
  'fastify',
  `const app = require('fastify')();
app.get('/*', (q, s) => { if (q.url.endsWith('/throw')) throw new Error('boom'); if (q.url.endsWith('/json')) return s.code(500).send({ problem: 'boom', trace: 'abc' }); return {}; });
app.listen({ port: PORT, host: '127.0.0.1' })`,
);

const pythonApp = (
  id: string,
  command: string,
  code: string,
  args: (module: string, port: number) => readonly string[],
  packages: readonly string[],
): App => ({
  id,
  program: command,
  packages,
  failures: ['throw', 'json'],
  async start(site, port) {
    const module = `lab_${id}`;
    site.file(`${module}.py`, code);
    await site.start(command, args(module, port), port, { PYTHONPATH: site.path(''), PYTHONDONTWRITEBYTECODE: '1' });
  },
});

const gunicorn = pythonApp(
  'gunicorn',
  'gunicorn',
  `def app(environ, start_response):
    path = environ['PATH_INFO']
    if path.endswith('/throw'):
        raise RuntimeError('boom')
    failed = path.endswith('/json')
    start_response('500 INTERNAL SERVER ERROR' if failed else '200 OK', [('content-type', 'application/json')])
    return [b'{"error": "boom", "trace": "abc"}' if failed else b'{}']
`,
  (module, port) => ['--bind', `127.0.0.1:${port}`, '--workers', '1', '--timeout', '2', `${module}:app`],
  ['gunicorn'],
);
const flask = pythonApp(
  'flask',
  'gunicorn',
  `from flask import Flask, jsonify
app = Flask(__name__)
@app.route('/<path:p>')
def all(p):
    if p.endswith('throw'):
        raise RuntimeError('boom')
    if p.endswith('json'):
        return jsonify(error='boom', trace='abc'), 500
    return jsonify()
`,
  (module, port) => ['--bind', `127.0.0.1:${port}`, '--workers', '1', `${module}:app`],
  ['gunicorn', 'python3-flask'],
);
const fastapi = pythonApp(
  'fastapi',
  // Debian's own: another python3 earlier on PATH has no Debian packages.
  '/usr/bin/python3',
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
  ['python3-fastapi', 'python3-uvicorn'],
);

/** PHP behind nginx, as FPM has no HTTP of its own. */
const php: App = {
  id: 'php-fpm',
  program: 'php-fpm',
  packages: ['php-fpm', 'nginx'],
  failures: ['throw', 'json', 'stopped'],
  async start(site, port) {
    const fpm = port + 1;
    site.file(
      'php/index.php',
      `<?php
$path = $_SERVER['REQUEST_URI'];
if (str_ends_with($path, '/throw')) { throw new RuntimeException('boom'); }
header('content-type: application/json');
if (str_ends_with($path, '/json')) { http_response_code(500); echo '{"error":"boom","trace":"abc"}'; exit; }
echo '{}';
`,
    );
    const pool = site.file(
      'php/fpm.conf',
      `[global]\nerror_log = ${site.path('php/error.log')}\ndaemonize = no\n[www]\nuser = root\ngroup = root\nlisten = 127.0.0.1:${fpm}\npm = static\npm.max_children = 1\nphp_admin_flag[display_errors] = off\n`,
    );
    await site.start(phpFpm(), ['-F', '-R', '-n', '-y', pool], fpm);
    const conf = site.file(
      'php/nginx.conf',
      `daemon off; pid ${site.path('php/pid')}; error_log ${site.path('php/nginx.log')}; user root; events {}
http { access_log off; client_body_temp_path ${site.path('php/b')}; proxy_temp_path ${site.path('php/p')}; fastcgi_temp_path ${site.path('php/f')}; uwsgi_temp_path ${site.path('php/u')}; scgi_temp_path ${site.path('php/s')};
server { listen 127.0.0.1:${port};
  location / { include /etc/nginx/fastcgi_params; fastcgi_param SCRIPT_FILENAME ${site.path('php/index.php')}; fastcgi_pass 127.0.0.1:${fpm}; }
  location ~ /stopped$ { include /etc/nginx/fastcgi_params; fastcgi_pass 127.0.0.1:${fpm + 1}; } } }
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

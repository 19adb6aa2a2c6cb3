/** The two servers that everything is measured against: one with all that OpenSSL has, one as it should be. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface BenchServers {
  readonly rich: number
  readonly modern: number
  readonly stop: () => Promise<void>
}

export async function startServers(firstPort: number): Promise<BenchServers> {
  const dir = await mkdtemp(join(tmpdir(), 'sundown-bench-'))
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: 'pipe' })
  const names = ['-subj', '/CN=bench.example', '-addext', 'subjectAltName=DNS:bench.example', '-days', '30', '-nodes']
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-keyout', 'rsa.key', '-out', 'rsa.pem', ...names)
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  openssl('req', '-x509', ...curve, '-keyout', 'ec.key', '-out', 'ec.pem', ...names)
  const [rich, modern] = [firstPort, firstPort + 1]
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${dir}/${kind};`,
  )
  const certificate = (kind: string) => `ssl_certificate ${dir}/${kind}.pem; ssl_certificate_key ${dir}/${kind}.key;`
  await writeFile(
    join(dir, 'dh.pem'),
    openssl('genpkey', '-genparam', '-algorithm', 'DH', '-pkeyopt', 'group:ffdhe2048'),
  )
  await writeFile(join(dir, 'openssl.cnf'), permissive)
  await writeFile(
    join(dir, 'nginx.conf'),
    `daemon off; pid ${dir}/pid; worker_processes 1; error_log /dev/null crit; events { worker_connections 1024; }
    http { access_log off; ${temporary.join(' ')} ssl_prefer_server_ciphers on;
      server { listen 127.0.0.1:${rich} ssl backlog=1024; ${certificate('rsa')} ${certificate('ec')} ssl_dhparam ${dir}/dh.pem;
        ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers 'ALL:!aNULL:!eNULL:!PSK:!SRP:!ARIA:!CAMELLIA128:@SECLEVEL=0'; }
      server { listen 127.0.0.1:${modern} ssl backlog=1024; ${certificate('rsa')}
        ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers 'ECDHE+AESGCM:ECDHE+CHACHA20'; } }`,
  )
  const child = spawn('nginx', ['-c', join(dir, 'nginx.conf'), '-p', dir, '-e', '/dev/null'], {
    stdio: 'ignore',
    env: { ...process.env, OPENSSL_CONF: join(dir, 'openssl.cnf') },
  })
  process.once('exit', () => child.kill())
  await Promise.all([listening(rich), listening(modern)])
  return {
    rich,
    modern,
    stop: async () => {
      child.kill('SIGTERM')
      await new Promise((resolve) => child.once('exit', resolve))
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.once('connect', () => socket.destroy())
    })
    if (isUp) return
    await sleep(50)
  }
  throw new Error(`nginx does not listen on ${port}`)
}

/** Distributions switch TLS 1.0 off for all of OpenSSL; the test server must have it. */
const permissive = `openssl_conf = start
[start]
ssl_conf = ssl
[ssl]
system_default = defaults
[defaults]
MinProtocol = TLSv1
CipherString = ALL:@SECLEVEL=0
`

/** The client stacks of the machine, each in several settings; none of them checks the certificate. */

import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { ProtocolVersion } from '../../src/facts.ts'
import { findProgram } from '../differential/daemon.ts'
import { type Place, run } from '../differential/stack.ts'

export interface ClientStack {
  readonly name: string
  readonly command: string
  readonly args: (port: number) => readonly string[]
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  /** Oldest version that it takes where its hello does not list versions. */
  readonly oldest: ProtocolVersion
  /** Smallest Diffie-Hellman prime in bits that it takes, where that is above 2048. */
  readonly minDhBits?: number
}

/** Every client that the machine has. */
export async function clientStacks(place: Place): Promise<readonly ClientStack[]> {
  const permissive = await place.file(
    'client.cnf',
    'openssl_conf = init\n[init]\nssl_conf = ssl\n[ssl]\nsystem_default = all\n[all]\nMinProtocol = None\nCipherString = ALL@SECLEVEL=0\n',
  )
  const all = [
    ...opensslClients(permissive),
    ...gnutlsClients(),
    ...curlClients(permissive),
    ...(await pythonClients(place)),
    ...(await nodeClients(place)),
    ...nssClients(place),
    ...(await javaClients(place)),
    ...(await chromiumClients(place)),
  ]
  return all.filter(({ command }) => findProgram(command) !== null || command.startsWith('/'))
}

function opensslClients(permissive: string): readonly ClientStack[] {
  const client = (
    name: string,
    oldest: ProtocolVersion,
    more: readonly string[],
    env?: Record<string, string>,
  ): ClientStack => ({
    name: `openssl ${name}`,
    command: 'openssl',
    args: (port) => ['s_client', '-connect', `127.0.0.1:${port}`, '-servername', 'server.example', '-brief', ...more],
    input: '',
    oldest,
    ...(env ? { env } : {}),
  })
  const old = { OPENSSL_CONF: permissive }
  return [
    client('default', 'TLSv1.2', []),
    client('-tls1_2', 'TLSv1.2', ['-tls1_2']),
    client('-tls1_3', 'TLSv1.3', ['-tls1_3']),
    client('-tls1', 'TLSv1.0', ['-tls1', '-cipher', 'ALL:@SECLEVEL=0'], old),
    client('-tls1_1', 'TLSv1.1', ['-tls1_1', '-cipher', 'ALL:@SECLEVEL=0'], old),
    client('all versions', 'TLSv1.0', ['-cipher', 'ALL:@SECLEVEL=0'], old),
    client('static RSA', 'TLSv1.2', ['-tls1_2', '-cipher', 'AES128-SHA:AES128-GCM-SHA256']),
    client('ECDSA alone', 'TLSv1.2', [
      '-tls1_2',
      '-cipher',
      'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305',
    ]),
    client('P-384 alone', 'TLSv1.2', ['-groups', 'P-384']),
    client('ChaCha20 first', 'TLSv1.2', [
      '-tls1_2',
      '-cipher',
      'ECDHE-RSA-CHACHA20-POLY1305:ECDHE-RSA-AES128-GCM-SHA256',
    ]),
    client('RSA-PSS alone', 'TLSv1.2', ['-sigalgs', 'rsa_pss_rsae_sha256']),
    client(
      'TLS 1.0 to 1.2, static RSA',
      'TLSv1.0',
      ['-no_tls1_3', '-cipher', 'AES256-SHA:AES128-SHA:@SECLEVEL=0'],
      old,
    ),
  ]
}

function gnutlsClients(): readonly ClientStack[] {
  const client = (name: string, oldest: ProtocolVersion, priority: string): ClientStack => ({
    name: `gnutls-cli ${name}`,
    command: 'gnutls-cli',
    args: (port) => ['--insecure', '--no-ca-verification', '-p', String(port), '--priority', priority, '127.0.0.1'],
    input: '',
    oldest,
  })
  return [
    client('default', 'TLSv1.2', 'NORMAL'),
    client('TLS 1.0', 'TLSv1.0', 'NORMAL:-VERS-ALL:+VERS-TLS1.0:%VERIFY_ALLOW_SIGN_WITH_SHA1'),
    client('TLS 1.2', 'TLSv1.2', 'NORMAL:-VERS-ALL:+VERS-TLS1.2'),
    client('TLS 1.3', 'TLSv1.3', 'NORMAL:-VERS-ALL:+VERS-TLS1.3'),
    { ...client('secure 256', 'TLSv1.2', 'SECURE256:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.3'), minDhBits: 3072 },
  ]
}

function curlClients(permissive: string): readonly ClientStack[] {
  const client = (
    name: string,
    oldest: ProtocolVersion,
    more: readonly string[],
    env?: Record<string, string>,
  ): ClientStack => ({
    name: `curl ${name}`,
    command: 'curl',
    args: (port) => ['-sk', '-m', '5', '-o', '/dev/null', ...more, `https://127.0.0.1:${port}/`],
    oldest,
    ...(env ? { env } : {}),
  })
  return [
    client('default', 'TLSv1.2', []),
    // Naming an upper limit lifts the system's lower one.
    client('up to TLS 1.2', 'TLSv1.0', ['--tls-max', '1.2', '--no-alpn']),
    client('TLS 1.0', 'TLSv1.0', ['--tlsv1.0', '--tls-max', '1.0', '--no-alpn', '--ciphers', 'ALL:@SECLEVEL=0'], {
      OPENSSL_CONF: permissive,
    }),
  ]
}

async function pythonClients(place: Place): Promise<readonly ClientStack[]> {
  const script = await place.file(
    'client.py',
    `import socket, ssl, sys
context = ssl.SSLContext(getattr(ssl, 'PROTOCOL_TLS', ssl.PROTOCOL_SSLv23)) if sys.argv[2] == 'plain' else ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
if sys.argv[2] == 'tls12': context.maximum_version = ssl.TLSVersion.TLSv1_2
with_name = context.wrap_socket(socket.create_connection(('127.0.0.1', int(sys.argv[1]))), server_hostname='server.example')
print(with_name.version(), with_name.cipher())
with_name.close()
`,
  )
  const versions = join(homedir(), '.pyenv/versions')
  let installed: readonly string[] = []
  try {
    installed = readdirSync(versions)
  } catch {
    // Only the system's own Python.
  }
  const found = installed.map((version) => ({ version, command: join(versions, version, 'bin/python') }))
  const own = found.length > 0 ? found : [{ version: '3', command: findProgram('python3') ?? 'python3' }]
  return own.flatMap(({ version, command }) =>
    (version.startsWith('3.1') ? (['default', 'tls12'] as const) : (['plain'] as const)).map((mode) => ({
      name: `Python ${version} ${mode}`,
      command,
      args: (port: number) => [script, String(port), mode],
      oldest: 'TLSv1.2' as const,
    })),
  )
}

async function nodeClients(place: Place): Promise<readonly ClientStack[]> {
  const script = await place.file(
    'client.mjs',
    `import { connect } from 'node:tls'
const [port, mode] = process.argv.slice(2)
const modes = {
  default: {},
  legacy: { minVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' },
  tls12: { maxVersion: 'TLSv1.2' },
  p256: { ecdhCurve: 'P-256' },
}
const socket = connect({ host: '127.0.0.1', port: Number(port), servername: 'server.example', rejectUnauthorized: false, ...modes[mode] })
socket.once('secureConnect', () => socket.end()).once('error', () => { process.exitCode = 1 })
`,
  )
  return (['default', 'legacy', 'tls12', 'p256'] as const).map((mode) => ({
    name: `Node ${process.version} ${mode}`,
    command: process.execPath,
    args: (port) => [script, String(port), mode],
    oldest: mode === 'legacy' ? 'TLSv1.0' : 'TLSv1.2',
  }))
}

function nssClients(place: Place): readonly ClientStack[] {
  const client = (name: string, range: string, oldest: ProtocolVersion): ClientStack => ({
    name: `NSS ${name}`,
    command: 'tstclnt',
    args: (port) => [
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-D',
      '-o',
      '-O',
      '-Q',
      '-V',
      range,
      '-a',
      'server.example',
    ],
    input: '',
    env: { HOME: place.dir },
    oldest,
  })
  return [client('default', 'tls1.2:tls1.3', 'TLSv1.2'), client('TLS 1.2', 'tls1.2:tls1.2', 'TLSv1.2')]
}

async function javaClients(place: Place): Promise<readonly ClientStack[]> {
  const source = await place.file(
    'Client.java',
    `import javax.net.ssl.*; import java.security.cert.X509Certificate;
public class Client { public static void main(String[] a) throws Exception {
  TrustManager[] all = { new X509ExtendedTrustManager() {
    public void checkClientTrusted(X509Certificate[] c, String s) {} public void checkServerTrusted(X509Certificate[] c, String s) {}
    public void checkClientTrusted(X509Certificate[] c, String s, java.net.Socket k) {} public void checkServerTrusted(X509Certificate[] c, String s, java.net.Socket k) {}
    public void checkClientTrusted(X509Certificate[] c, String s, SSLEngine k) {} public void checkServerTrusted(X509Certificate[] c, String s, SSLEngine k) {}
    public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; } } };
  SSLContext context = SSLContext.getInstance("TLS"); context.init(null, all, null);
  SSLSocket s = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", Integer.parseInt(a[0]));
  s.setSoTimeout(5000); s.startHandshake(); System.out.println(s.getSession().getProtocol()); s.close(); } }
`,
  )
  const homes = ['/usr/lib/jvm/java-17-openjdk-amd64', '/usr/lib/jvm/temurin-25-jdk-amd64', '/usr/lib/jvm/default-java']
  const found = homes.filter((home) => existsSync(join(home, 'bin/javac')) && existsSync(join(home, 'bin/java')))
  const compiler = found[0]
  if (compiler === undefined) return []
  run(join(compiler, 'bin/javac'), ['-d', place.dir, source])
  return found.map((home) => ({
    name: `Java ${home.split('/').at(-1)}`,
    command: join(home, 'bin/java'),
    args: (port: number) => ['-XX:TieredStopAtLevel=1', '-Xshare:auto', '-cp', place.dir, 'Client', String(port)],
    oldest: 'TLSv1.2' as const,
  }))
}

async function chromiumClients(place: Place): Promise<readonly ClientStack[]> {
  const profile = await place.folder('chromium')
  const command = findProgram('chromium')
  if (command === null) return []
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--ignore-certificate-errors',
    '--disable-background-networking',
    '--no-first-run',
    `--user-data-dir=${profile}`,
    '--timeout=4000',
    '--dump-dom',
  ]
  return [
    {
      name: 'Chromium',
      command,
      args: (port) => [...flags, `https://127.0.0.1:${port}/`],
      oldest: 'TLSv1.2',
    },
  ]
}

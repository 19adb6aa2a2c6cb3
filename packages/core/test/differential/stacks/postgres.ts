import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { configuration, modern, staticOnly, wide } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { opensslList, opensslVersion, permissiveOpenssl, run } from '../stack.ts'

export const postgres: Stack = {
  name: 'PostgreSQL',
  needs: ['pg_lsclusters', 'openssl'],
  root: true,
  configurations: [
    configuration('TLS 1.0 only', {
      versions: ['TLSv1.0'],
      suites: staticOnly,
      preference: 'SERVER',
      starttls: 'postgres',
    }),
    configuration('TLS 1.0 to 1.2', {
      versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2'],
      suites: wide.filter((name) => !name.includes('_ECDSA_')),
      preference: 'SERVER',
      starttls: 'postgres',
    }),
    configuration('TLS 1.2 and 1.3', { suites: modern, preference: 'SERVER', starttls: 'postgres' }),
  ],
  start: async (served, place) => {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres']).toString())) as [
      number,
      number,
    ]
    const base = '/usr/lib/postgresql'
    const bin = `${base}/${readdirSync(base).sort().at(-1)}/bin`
    if (!existsSync(`${bin}/initdb`)) throw new Error(`no initdb in ${bin}`)
    const own = `${place.dir}/pg`
    mkdirSync(own)
    chownSync(own, uid, gid)
    const key = `${own}/server.key`
    copyFileSync(place.rsa.key, key)
    chownSync(key, uid, gid)
    chmodSync(key, 0o600)
    const env = await permissiveOpenssl(place)
    return Promise.all(
      served.map(async ({ port, versions, suites }) => {
        const data = `${own}/${port}`
        run(`${bin}/initdb`, ['-D', data, '-A', 'trust', '--no-sync', '--locale=C'], { uid, gid, cwd: own })
        const settings = {
          listen_addresses: '127.0.0.1',
          unix_socket_directories: own,
          ssl: 'on',
          ssl_cert_file: place.rsa.cert,
          ssl_key_file: key,
          ssl_dh_params_file: place.dh,
          ssl_min_protocol_version: opensslVersion[versions[0] as 'TLSv1.2'],
          ssl_max_protocol_version: opensslVersion[versions.at(-1) as 'TLSv1.2'],
          ssl_ciphers: opensslList(suites),
          ssl_prefer_server_ciphers: 'on',
          fsync: 'off',
        }
        const args = [
          '-D',
          data,
          '-p',
          String(port),
          ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
        ]
        return startDaemon({ command: `${bin}/postgres`, args, ports: [port], env, uid, gid, cwd: own })
      }),
    )
  },
}

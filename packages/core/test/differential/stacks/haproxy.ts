import { copyFile } from 'node:fs/promises'
import { common, configuration, modern, wide } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Served, Stack } from '../stack.ts'
import { opensslList, opensslVersion, permissiveOpenssl } from '../stack.ts'

export const haproxy: Stack = {
  name: 'haproxy',
  needs: ['haproxy', 'openssl'],
  configurations: [
    ...common.filter(({ suites }) => !suites.some(forEcdsa)),
    configuration('client order', { suites: modern, preference: 'CLIENT' }),
    // The certificate is chosen before the suite, so every ECDSA suite comes before every other.
    configuration('two kinds of certificate', {
      suites: [...wide.filter(forEcdsa), ...wide.filter((name) => !forEcdsa(name))],
      preference: 'SERVER',
    }),
  ],
  start: async (served, place) => {
    // By these endings HAProxy takes two certificates as two kinds of one.
    const bundle = `${place.dir}/server.pem`
    await copyFile(place.rsa.both, `${bundle}.rsa`)
    await copyFile(place.ec.both, `${bundle}.ecdsa`)
    const version = (each: Served, at: 0 | -1) =>
      opensslVersion[each.versions.at(at) as 'TLSv1.2'].replace(/v1$/, 'v1.0')
    const bind = (each: Served) => `frontend p${each.port}
  mode http
  bind 127.0.0.1:${each.port} ssl crt ${bundle} ssl-min-ver ${version(each, 0)} ssl-max-ver ${version(each, -1)} ciphers ${opensslList(each.suites)} ciphersuites ${each.suites13.join(':')} ${each.preference === 'CLIENT' ? 'prefer-client-ciphers' : ''}
  http-request return status 200`
    const conf = await place.file(
      'haproxy.cfg',
      `global\n  ssl-dh-param-file ${place.dh}\ndefaults\n  timeout client 5s\n  timeout server 5s\n  timeout connect 5s\n${served.map(bind).join('\n')}\n`,
    )
    const args = ['-f', conf, '-db']
    return [
      await startDaemon({
        command: 'haproxy',
        args,
        ports: served.map(({ port }) => port),
        env: await permissiveOpenssl(place),
      }),
    ]
  },
}

function forEcdsa(name: string): boolean {
  return name.includes('_ECDSA_')
}

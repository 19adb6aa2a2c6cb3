import { existsSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { configuration } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import { opensslList, run, type Stack } from '../stack.ts'

/** Its package does not configure itself on a machine without a domain, so it may be unpacked beside the others. */
const home = existsSync('/opt/inn/usr/lib/news/bin/nnrpd') ? '/opt/inn/usr/lib/news' : '/usr/lib/news'
const suites = ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_RSA_WITH_AES_128_GCM_SHA256']

/** The reader's half of InterNetNews, without a feed: NNTP with STARTTLS (RFC 4642). */
export const inn: Stack = {
  name: 'INN',
  needs: ['openssl'],
  files: [`${home}/bin/nnrpd`],
  root: true,
  configurations: [
    configuration('TLS 1.2', { versions: ['TLSv1.2'], suites, preference: 'SERVER', starttls: 'nntp' }),
    configuration('TLS 1.2 and 1.3', { suites, preference: 'SERVER', starttls: 'nntp' }),
  ],
  start: (served, place) =>
    Promise.all(
      served.map(async ({ port, versions, suites: names }, index) => {
        const dir = await place.folder(`inn${index}`)
        const file = (name: string, text: string) => place.file(`inn${index}/${name}`, text)
        const list = opensslList(names).replace(/:@SECLEVEL=0$/, '')
        const conf = await file(
          'inn.conf',
          `organization: x
domain: server.example
pathhost: news.server.example
pathnews: ${home}
mta: "/bin/false %s"
ovmethod: tradindexed
hismethod: hisv6
enableoverview: true
runasuser: news
runasgroup: news
${['pathdb', 'pathetc', 'pathspool', 'pathrun', 'pathlog', 'patharticles', 'pathoverview', 'pathhttp', 'pathtmp'].map((name) => `${name}: ${dir}`).join('\n')}
tlscertfile: ${place.rsa.cert}
tlskeyfile: ${dir}/server.key
tlsprotocols: [ ${versions.join(' ')} ]
tlsciphers: "${list}"
tlspreferserverciphers: true
`,
        )
        await file('active', 'local.test 0000000000 0000000001 y\n')
        await Promise.all(['newsgroups', 'history', 'storage.conf'].map((name) => file(name, '')))
        const readers = await file(
          'readers.conf',
          'auth all { hosts: "*" default: x }\naccess all { users: "*" newsgroups: "*" }\n',
        )
        // It takes no key that others may read.
        await copyFile(place.rsa.key, `${dir}/server.key`)
        run('chmod', ['600', `${dir}/server.key`])
        run('chown', ['-R', 'news:news', dir])
        const env = { INNCONF: conf, LD_LIBRARY_PATH: home }
        run('setpriv', ['--reuid', 'news', '--regid', 'news', '--clear-groups', `${home}/bin/tdx-util`, '-F'], { env })
        const args = ['-D', '-f', '-b', '127.0.0.1', '-p', String(port), '-c', readers]
        return startDaemon({ command: `${home}/bin/nnrpd`, args, ports: [port], env })
      }),
    ),
}

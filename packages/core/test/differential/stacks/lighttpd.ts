import { common } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Served, Stack } from '../stack.ts'
import { opensslList, opensslVersion, permissiveOpenssl } from '../stack.ts'

export const lighttpd: Stack = {
  name: 'lighttpd',
  needs: ['lighttpd', 'openssl'],
  files: ['/usr/lib/lighttpd/mod_openssl.so'],
  configurations: common.map((each) => ({ ...each, suites: each.suites.filter((name) => !name.includes('_ECDSA_')) })),
  start: async (served, place) => {
    const socket = ({ port, versions, suites, suites13 }: Served) => `$SERVER["socket"] == "127.0.0.1:${port}" {
  ssl.engine = "enable"
  ssl.pemfile = "${place.rsa.cert}"
  ssl.privkey = "${place.rsa.key}"
  ssl.openssl.ssl-conf-cmd = ("MinProtocol" => "${opensslVersion[versions[0] as 'TLSv1.2']}", "MaxProtocol" => "${opensslVersion[versions.at(-1) as 'TLSv1.2']}", "CipherString" => "${opensslList(suites)}", "Ciphersuites" => "${suites13.join(':')}", "Options" => "ServerPreference", "DHParameters" => "${place.dh}")
}`
    const [first, ...rest] = served
    if (!first) return []
    const conf = await place.file(
      'lighttpd.conf',
      `server.modules = ("mod_openssl")
server.document-root = "${place.dir}"
server.errorlog = "${place.dir}/lighttpd.log"
server.bind = "127.0.0.1"
server.port = ${first.port}
${[first, ...rest].map(socket).join('\n')}
`,
    )
    const args = ['-D', '-f', conf]
    return [
      await startDaemon({
        command: 'lighttpd',
        args,
        ports: served.map(({ port }) => port),
        env: await permissiveOpenssl(place),
      }),
    ]
  },
}

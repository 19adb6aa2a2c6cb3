import { type Configuration, configuration } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import { opensslName, run, type Stack } from '../stack.ts'

/**
 * Node 0.8 and 0.10 carry the OpenSSL of their time (1.0.0 and 1.0.1): real SSL 2.0, SSL 3.0 and export suites. Nobody has
 * them any more, so they are compared only where somebody put them, below `SUNDOWN_OLD_SERVERS` or `/opt`.
 */
const home = process.env.SUNDOWN_OLD_SERVERS ?? '/opt'

/** In the words of that time. Five arguments for each server: port, key, certificate, OpenSSL's method and list. */
const source = `
var tls = require('tls'), fs = require('fs'), at = process.argv;
for (var i = 2; i < at.length; i += 5) {
  var server = tls.createServer({
    key: fs.readFileSync(at[i + 1]), cert: fs.readFileSync(at[i + 2]), secureProtocol: at[i + 3], secureOptions: 0,
    ciphers: at[i + 4]
  }, function (socket) { socket.on('error', function () {}); });
  server.on('clientError', function () {});
  server.listen(+at[i], '127.0.0.1');
}
`

const ssl2 = { 'DES-CBC3-MD5': 0x0700c0, 'RC2-CBC-MD5': 0x030080 } as const
/** OpenSSL calls it by the same name as the suite of SSL 3.0. */
const exported2 = 0x020080
const plain = ['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_AES_256_CBC_SHA'] as const
const exported = ['TLS_RSA_EXPORT_WITH_RC4_40_MD5', 'TLS_RSA_EXPORT_WITH_DES40_CBC_SHA'] as const
/** Names that today's OpenSSL has forgotten. */
const forgotten = new Map<string, string>([
  [exported[0], 'EXP-RC4-MD5'],
  [exported[1], 'EXP-DES-CBC-SHA'],
])

const configurations = (highest: 'TLSv1.0' | 'TLSv1.2'): readonly Configuration[] => {
  const versions = highest === 'TLSv1.0' ? (['TLSv1.0'] as const) : (['TLSv1.0', 'TLSv1.1', 'TLSv1.2'] as const)
  return [
    configuration('SSL 2.0 and all that it knows', {
      versions: ['SSLv2', 'SSLv3', ...versions],
      suites: plain,
      suites2: Object.values(ssl2),
      preference: 'CLIENT',
    }),
    configuration('SSL 2.0 alone', { versions: ['SSLv2'], suites2: Object.values(ssl2) }),
    configuration('SSL 3.0 alone', { versions: ['SSLv3'], suites: plain, preference: 'CLIENT' }),
    configuration('export suites', {
      versions: ['SSLv2', 'SSLv3', ...versions],
      suites: exported,
      suites2: [exported2],
      preference: 'CLIENT',
    }),
  ]
}

const oldNode = (version: string, flags: readonly string[], highest: 'TLSv1.0' | 'TLSv1.2'): Stack => ({
  name: `Node ${version}`,
  needs: ['openssl'],
  files: [`${home}/node-${version}/bin/node`],
  configurations: configurations(highest),
  start: async (served, place) => {
    const script = await place.file('old-node.js', source)
    // No longer than export suites allow, or the server would need a temporary key.
    const [key, cert] = [`${place.dir}/short.key`, `${place.dir}/short.pem`]
    const subject = ['-keyout', key, '-out', cert, '-subj', '/CN=server.example', '-days', '2']
    run('openssl', ['req', '-x509', '-newkey', 'rsa:512', '-nodes', ...subject])
    const each = served.map(({ port, name, suites, suites2, versions }) => {
      const pair = name === 'export suites' ? [key, cert] : [place.rsa.key, place.rsa.cert]
      const only = versions.length > 1 ? 'SSLv23' : versions[0] === 'SSLv2' ? 'SSLv2' : 'SSLv3'
      const newer = only === 'SSLv2' ? [] : suites.map((suite) => forgotten.get(suite) ?? opensslName(suite))
      const older = suites2.includes(exported2) || suites2.length === 0 ? [] : Object.keys(ssl2)
      return [String(port), ...pair, `${only}_method`, [...newer, ...older].join(':')]
    })
    return [
      await startDaemon({
        command: `${home}/node-${version}/bin/node`,
        args: [...flags, script, ...each.flat()],
        ports: served.map(({ port }) => port),
      }),
    ]
  },
})

export const oldNodes: readonly Stack[] = [
  oldNode('0.8.26', [], 'TLSv1.0'),
  oldNode('0.10.33', ['--enable-ssl2', '--enable-ssl3'], 'TLSv1.2'),
]

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:tls'
import { common, configuration, modern, wide } from '../configuration.ts'
import type { Stack } from '../stack.ts'
import { opensslName, opensslVersion } from '../stack.ts'

export const node: Stack = {
  name: 'node:tls',
  needs: ['openssl'],
  configurations: [
    ...common,
    configuration('client order', { suites: [...modern].reverse(), preference: 'CLIENT' }),
    configuration('client order with all versions', {
      versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
      suites: wide,
      preference: 'CLIENT',
    }),
  ],
  start: async (served, place) => {
    const [rsa, rsaKey, ec, ecKey, dhparam] = await Promise.all(
      [place.rsa.cert, place.rsa.key, place.ec.cert, place.ec.key, place.dh].map((path) => readFile(path)),
    )
    return Promise.all(
      served.map(async ({ port, versions, suites, suites13, preference }) => {
        const server = createServer({
          cert: [rsa as Buffer, ec as Buffer],
          key: [rsaKey as Buffer, ecKey as Buffer],
          ...(dhparam ? { dhparam } : {}),
          minVersion: opensslVersion[versions[0] as 'TLSv1.2'],
          maxVersion: opensslVersion[versions.at(-1) as 'TLSv1.2'],
          ciphers: [...suites13, ...suites.map(opensslName), '@SECLEVEL=0'].join(':'),
          honorCipherOrder: preference === 'SERVER',
        })
        server.on('tlsClientError', (_error, socket) => socket.destroy())
        // Unread, a finished connection would never notice that its client left.
        server.on('secureConnection', (socket) => socket.on('error', () => {}).resume())
        server.on('connection', (socket) => socket.on('error', () => {}))
        await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
        return { stop: () => new Promise<void>((resolve) => server.close(() => resolve())) }
      }),
    )
  },
}

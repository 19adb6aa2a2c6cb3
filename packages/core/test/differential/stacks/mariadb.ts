import { configuration, modern, staticOnly } from '../configuration.ts'
import { startDaemon } from '../daemon.ts'
import type { Stack } from '../stack.ts'
import { opensslList, permissiveOpenssl } from '../stack.ts'

export const mariadb: Stack = {
  name: 'MariaDB',
  needs: ['mariadbd', 'openssl'],
  configurations: [
    // MariaDB takes no TLS 1.0 by configuration; its suites of TLS 1.3 come from the same list.
    configuration('TLS 1.1 and 1.2', {
      versions: ['TLSv1.1', 'TLSv1.2'],
      suites: [...modern, ...staticOnly],
      starttls: 'mysql',
    }),
    configuration('TLS 1.2 only', { versions: ['TLSv1.2'], suites: modern, starttls: 'mysql' }),
  ],
  start: async (served, place) => {
    const env = await permissiveOpenssl(place)
    return Promise.all(
      served.map(async ({ port, versions, suites }) => {
        const data = `${place.dir}/mariadb${port}`
        await place.file(`mariadb${port}/empty`, '')
        const args = [
          '--no-defaults',
          ...['--user=root', '--skip-grant-tables', '--skip-networking=0', `--datadir=${data}`, `--port=${port}`],
          ...[
            '--bind-address=127.0.0.1',
            `--socket=${data}/socket`,
            `--pid-file=${data}/pid`,
            '--max-connect-errors=1000000',
          ],
          ...[`--ssl-cert=${place.rsa.cert}`, `--ssl-key=${place.rsa.key}`, `--ssl-ca=${place.ca}`],
          ...[
            `--tls-version=${versions.join(',')}`,
            `--ssl-cipher=${opensslList(suites)}`,
            '--innodb=OFF',
            '--default-storage-engine=MyISAM',
          ],
        ]
        return startDaemon({ command: 'mariadbd', args, ports: [port], env })
      }),
    )
  },
}

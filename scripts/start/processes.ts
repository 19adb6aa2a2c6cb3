/** The processes of a one-machine installation, in the order in which they are started. */
import { join } from 'node:path'

import type { ChildSpec } from './child.ts'
import { root, type Settings } from './settings.ts'

export function processesOf(settings: Settings, databaseUrl: string, secret: string): ChildSpec[] {
  const { dataDir, portal, api, worker, labPort } = settings
  const logFile = (name: string) => join(dataDir, 'logs', `${name}.log`)
  const labDir = join(dataDir, 'lab')
  const shared = {
    NODE_ENV: settings.development ? 'development' : 'production',
    DATABASE_URL: databaseUrl,
    SUNDOWN_SECRET: secret,
    SUNDOWN_PORTAL_URL: portal.url,
    SUNDOWN_LAB_PORT: String(labPort ?? 0),
    ...(labPort === null ? {} : { SUNDOWN_LAB_DIR: labDir, SUNDOWN_LAB_CA: join(labDir, 'ca.pem') }),
  }
  const lab: ChildSpec[] =
    labPort === null
      ? []
      : [
          {
            name: 'practice lab',
            args: [join(root, 'apps/api/src/lab.ts')],
            env: shared,
            readyUrl: `http://127.0.0.1:${labPort + 15}/healthz`,
            logFile: logFile('lab'),
          },
        ]
  return [
    ...lab,
    {
      name: 'API',
      args: [join(root, 'apps/api/src/main.ts')],
      env: { ...shared, SUNDOWN_API_HOST: api.host, SUNDOWN_API_PORT: String(api.port), SUNDOWN_WORKER: 'none' },
      readyUrl: `${api.url}/readyz`,
      logFile: logFile('api'),
    },
    {
      name: 'worker',
      args: [join(root, 'apps/api/src/worker.ts')],
      env: { ...shared, SUNDOWN_WORKER_PORT: String(worker.port) },
      readyUrl: `http://127.0.0.1:${worker.port}/readyz`,
      logFile: logFile('worker'),
    },
    {
      name: 'portal',
      args: [
        join(root, 'apps/web/node_modules/next/dist/bin/next'),
        settings.development ? 'dev' : 'start',
        '--hostname',
        portal.host,
        '--port',
        String(portal.port),
      ],
      cwd: join(root, 'apps/web'),
      // Nothing that opens a door but the API's own address.
      env: {
        NODE_ENV: shared.NODE_ENV,
        SUNDOWN_API_URL: api.url,
        NEXT_TELEMETRY_DISABLED: '1',
        SUNDOWN_SMTP_URL: '',
        SUNDOWN_SMTP_URL_FILE: '',
      },
      readyUrl: `http://${portal.host.includes(':') ? `[${portal.host}]` : portal.host}:${portal.port}/healthz`,
      logFile: logFile('portal'),
    },
  ]
}

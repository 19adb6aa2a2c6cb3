import { openConnections } from './connections.ts'
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { createPost } from './mail/post.ts'
import { probeGuard } from './modules/endpoint/index.ts'
import { createDomainCheck } from './probing/check-domain.ts'
import { createServer } from './server.ts'
import { endOnSignal, runProcess } from './shutdown.ts'
import { createAuth } from './sign-in/auth.ts'
import { startWork } from './work.ts'

/** The API process. With SUNDOWN_WORKER=inline it scans as well. */
await runProcess(async () => {
  const env = readEnv([
    'DATABASE_URL',
    'SUNDOWN_API_PORT',
    'SUNDOWN_API_HOST',
    'SUNDOWN_PORTAL_URL',
    'SUNDOWN_SECRET',
    'SUNDOWN_WORKER',
    'SUNDOWN_WORKER_SCANS',
    'SUNDOWN_TENANT_SCANS',
    'SUNDOWN_PROBE_ALLOW',
    'SUNDOWN_ACTIVE_ALLOW',
    'SUNDOWN_RESOLVERS',
    'SUNDOWN_ADDRESS_RATE',
    'SUNDOWN_TENANT_SCANS_HOUR',
    'SUNDOWN_KEEP_MONTHS',
    'SUNDOWN_LAB_PORT',
    'SUNDOWN_LAB_CA',
    'SUNDOWN_RATE_POINTS',
    'SUNDOWN_TRUSTED_PROXIES',
    'SUNDOWN_SMTP_URL',
    'SUNDOWN_MAIL_FROM',
    'SUNDOWN_LOG_LEVEL',
  ])
  const log = createLog('api', env.SUNDOWN_LOG_LEVEL)
  const inline = env.SUNDOWN_WORKER === 'inline'
  const connections = await openConnections(env.DATABASE_URL, log, inline)
  const { database } = connections
  const post = createPost({ url: env.SUNDOWN_SMTP_URL, from: env.SUNDOWN_MAIL_FROM, log })
  const auth = createAuth({
    database,
    portalUrl: env.SUNDOWN_PORTAL_URL,
    secret: env.SUNDOWN_SECRET,
    log,
    post,
    allow: env.SUNDOWN_PROBE_ALLOW,
  })
  const checkDomain = createDomainCheck({ guard: probeGuard(env), servers: env.SUNDOWN_RESOLVERS })
  const app = { ...connections, env, auth, post, checkDomain }
  const work = inline ? await startWork(app, env) : null
  const server = await createServer(app, {
    trustedProxies: env.SUNDOWN_TRUSTED_PROXIES,
    ratePoints: env.SUNDOWN_RATE_POINTS,
  })
  endOnSignal(log, [() => server.close(), async () => work?.stop(), () => post.close(), () => connections.close()])
  await server.listen({ port: env.SUNDOWN_API_PORT, host: env.SUNDOWN_API_HOST })
})

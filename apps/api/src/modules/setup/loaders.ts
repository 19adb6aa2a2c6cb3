import type { App } from '../../context.ts'

const done = new WeakSet<App>()

/** Whether anybody can sign in. Once true it stays true, so the database is asked no more. */
export async function isSetUp(app: App): Promise<boolean> {
  if (done.has(app)) return true
  const anybody = await app.database.auth.user.findFirst({ select: { id: true } })
  if (anybody) done.add(app)
  return anybody !== null
}

import type { Database } from '@sundown/db'
import { accountProvider } from './enforcement.ts'

/** Signs out who came in through a provider, and forgets which of its accounts is whose. */
export async function forgetProvider(
  { auth }: Pick<Database, 'auth'>,
  provider: { readonly id: string },
): Promise<void> {
  await auth.session.deleteMany({ where: { providerId: provider.id } })
  await auth.account.deleteMany({ where: { providerId: accountProvider(provider) } })
}

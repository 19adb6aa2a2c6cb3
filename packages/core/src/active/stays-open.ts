import { ask, type Question } from './candidates.ts'
import type { ActiveContext } from './check.ts'
import { response } from './response.ts'

/**
 * Whether a finished session is left open for as long as we wait for reactions. Only then is hanging up a reaction: some
 * servers hang up on everyone who is slow to speak.
 */
export async function staysOpen(context: ActiveContext, question: Question): Promise<boolean> {
  const tried = await ask(context, question, async (session) => {
    await session.finish()
    return response(session.channel, session.offer.shape, context.patience)
  })
  return tried.done && tried.value.kind === 'silent'
}

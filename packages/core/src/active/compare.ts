import type { Attempt } from './attempt.ts'
import type { Ending } from './ending.ts'
import type { Response } from './response.ts'

/** How a server reacted to several classes of input that a correct one treats alike. */
export type Comparison<K extends string> =
  | { readonly kind: 'uniform'; readonly response: Response }
  /** Classes were told apart, the same way in every round. */
  | { readonly kind: 'different'; readonly responses: Readonly<Record<K, Response>> }
  /** A class was answered in one way in one round and in another in the next: noise. */
  | { readonly kind: 'inconsistent'; readonly responses: Readonly<Record<K, Response>> }
  | { readonly kind: 'failed'; readonly ending: Ending }

/** Each class on a connection of its own, side by side; where they differ, all of them twice more before it counts. */
export async function compare<K extends string>(
  classes: readonly K[],
  observe: (name: K) => Promise<Attempt<Response>>,
): Promise<Comparison<K>> {
  const first = await round(classes, observe)
  if ('ending' in first) return { kind: 'failed', ending: first.ending }
  const { responses } = first
  const answers = classes.map((name) => answerOf(responses, name))
  if (new Set(answers).size === 1) return { kind: 'uniform', response: responses[classes[0] as K] }
  for (let again = 1; again < rounds; again += 1) {
    const next = await round(classes, observe)
    if ('ending' in next) return { kind: 'failed', ending: next.ending }
    if (classes.some((name, at) => answerOf(next.responses, name) !== answers[at])) {
      return { kind: 'inconsistent', responses }
    }
  }
  return { kind: 'different', responses }
}

type Round<K extends string> = { readonly responses: Readonly<Record<K, Response>> } | { readonly ending: Ending }

async function round<K extends string>(
  classes: readonly K[],
  observe: (name: K) => Promise<Attempt<Response>>,
): Promise<Round<K>> {
  const attempts = await Promise.all(classes.map(observe))
  const responses: Partial<Record<K, Response>> = {}
  for (const [at, name] of classes.entries()) {
    const attempt = attempts[at] as Attempt<Response>
    if (!attempt.done) return { ending: attempt.ending }
    responses[name] = attempt.value
  }
  return { responses: responses as Record<K, Response> }
}

function answerOf<K extends string>(responses: Readonly<Record<K, Response>>, name: K): string {
  return responses[name].evidence.answer
}

/** Three times the same is taken for the server's behaviour and not for the network's. */
export const rounds = 3

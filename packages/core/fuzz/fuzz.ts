import { mutate, randomOf } from './mutate.ts'
import type { FuzzTarget } from './targets.ts'

export interface Crash {
  readonly target: string
  /** Gives the same input again. */
  readonly seed: number
  readonly input: string
  readonly error: string
}

/** One input of one target, by its seed; null where all went well within `slowMs`. */
export async function tryInput(target: FuzzTarget, seed: number, slowMs: number): Promise<Crash | null> {
  const random = randomOf(seed)
  const start = target.seeds[Math.floor(random() * target.seeds.length)] ?? new Uint8Array(0)
  const bytes = mutate(start, random)
  const crash = (error: string): Crash => ({
    target: target.name,
    seed,
    input: Buffer.from(bytes).toString('hex').slice(0, 4000),
    error,
  })
  const started = performance.now()
  const late = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => late.resolve('late'), slowMs)
  try {
    if ((await Promise.race([target.run(bytes, random), late.promise])) === 'late')
      return crash(`no end within ${slowMs} ms`)
  } catch (error) {
    return crash(error instanceof Error ? (error.stack ?? error.message) : String(error))
  } finally {
    clearTimeout(timer)
  }
  const took = performance.now() - started
  return took > slowMs ? crash(`took ${Math.round(took)} ms`) : null
}

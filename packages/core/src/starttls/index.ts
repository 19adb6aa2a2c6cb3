import type { StarttlsKind } from '../target.ts'
import type { Dialect } from './dialect.ts'
import { smtp } from './smtp.ts'

/** Every dialect, in the order of `starttlsKinds`. */
export const dialects: readonly Dialect[] = [smtp]

export function dialectOf(kind: StarttlsKind): Dialect | undefined {
  return dialects.find((dialect) => dialect.kind === kind)
}

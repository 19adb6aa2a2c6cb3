export type KeyState = 'LIVE' | 'ENDING' | 'OVER' | 'REVOKED'

interface Dated {
  readonly expiresAt: string
  readonly revokedAt: string | null
}

/** Where a key stands at an instant; one that ends within a fortnight says so, for someone has to change it by hand. */
export function stateOf({ expiresAt, revokedAt }: Dated, now: number): KeyState {
  if (revokedAt !== null) return 'REVOKED'
  const left = Date.parse(expiresAt) - now
  return left <= 0 ? 'OVER' : left < fortnight ? 'ENDING' : 'LIVE'
}

const fortnight = 14 * 86_400_000

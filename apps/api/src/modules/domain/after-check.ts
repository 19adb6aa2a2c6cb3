import type { Checked } from '../../probing/check-domain.ts'
import type { ProofRow } from './loaders.ts'

/** What is kept of a look: found again it stands, gone it lapses, and where nobody could tell it keeps its last time. */
export function afterCheck(
  { verifiedAt, lapsedAt }: Pick<ProofRow, 'verifiedAt' | 'lapsedAt'>,
  checked: Checked,
  now: Date,
): Pick<ProofRow, 'verifiedAt' | 'lapsedAt' | 'checkedAt' | 'failure'> {
  if (checked.state === 'found') return { verifiedAt: now, lapsedAt: null, checkedAt: now, failure: null }
  const gone = checked.state === 'absent' && verifiedAt !== null ? (lapsedAt ?? now) : lapsedAt
  return { verifiedAt, lapsedAt: gone, checkedAt: now, failure: checked.failure }
}

import { entryFor } from '../entry.ts'
import { offersPostQuantum } from './rule.ts'

export const offersPostQuantumEntry = entryFor(offersPostQuantum)({
  en: {
    title: 'A post-quantum group is offered',
    why: 'Recorded traffic may be opened one day by a quantum computer. A hybrid group protects against that and costs little. For information.',
    pass: 'Offered: {groups}.',
    fail: 'No post-quantum group is offered.',
    fix: 'Plan for a TLS library with X25519MLKEM768 (OpenSSL 3.5 and later).',
  },
  da: {
    title: 'En kvantesikker gruppe tilbydes',
    why: 'Optaget trafik kan en dag blive åbnet af en kvantecomputer. En hybridgruppe beskytter mod det og koster kun lidt. Til orientering.',
    pass: 'Tilbydes: {groups}.',
    fail: 'Ingen kvantesikker gruppe tilbydes.',
    fix: 'Planlæg et TLS-bibliotek med X25519MLKEM768 (OpenSSL 3.5 og nyere).',
  },
})

import { entryFor } from '../entry.ts'
import { compressionOff } from './rule.ts'

export const compressionOffEntry = entryFor(compressionOff)({
  en: {
    title: 'Compression is off',
    why: 'Compression makes secrets guessable by the size of what is sent (CRIME).',
    pass: 'Compression is off.',
    fail: 'TLS compression is accepted.',
    fix: 'Switch TLS compression off in the library or server.',
  },
  da: {
    title: 'Komprimering er slået fra',
    why: 'Komprimering gør det muligt at gætte hemmeligheder ud fra størrelsen på det, der sendes (CRIME).',
    pass: 'Komprimering er slået fra.',
    fail: 'TLS-komprimering accepteres.',
    fix: 'Slå TLS-komprimering fra i biblioteket eller på serveren.',
  },
})

import { entryFor } from '../entry.ts'
import { vulnerableToDrown } from './rule.ts'

export const vulnerableToDrownEntry = entryFor(vulnerableToDrown)({
  en: {
    title: 'Not vulnerable to DROWN',
    why: 'SSL 2.0 on this key lets newer connections be decrypted.',
    pass: 'The server did not behave as one that DROWN works on.',
    fail: 'The server behaved as one that DROWN works on: {answer}',
    fix: 'Switch SSL 2.0 off everywhere this key is used.',
  },
  da: {
    title: 'Ikke sårbar over for DROWN',
    why: 'SSL 2.0 med denne nøgle gør det muligt at dekryptere nyere forbindelser.',
    pass: 'Serveren opførte sig ikke som en, DROWN virker på.',
    fail: 'Serveren opførte sig som en, DROWN virker på: {answer}',
    fix: 'Slå SSL 2.0 fra alle steder, hvor nøglen bruges.',
  },
})

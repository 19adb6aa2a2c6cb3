import { entryFor } from '../entry.ts'
import { vulnerableToPoodleTls } from './rule.ts'

export const vulnerableToPoodleTlsEntry = entryFor(vulnerableToPoodleTls)({
  en: {
    title: 'Not vulnerable to POODLE over TLS',
    why: 'The server does not check CBC padding, so that what is sent can be read.',
    pass: 'The server did not behave as one that POODLE over TLS works on.',
    fail: 'The server behaved as one that POODLE over TLS works on: {answer}',
    fix: 'Update the appliance or library.',
  },
  da: {
    title: 'Ikke sårbar over for POODLE over TLS',
    why: 'Serveren kontrollerer ikke CBC-udfyldningen, så det sendte kan læses.',
    pass: 'Serveren opførte sig ikke som en, POODLE over TLS virker på.',
    fail: 'Serveren opførte sig som en, POODLE over TLS virker på: {answer}',
    fix: 'Opdater enheden eller biblioteket.',
  },
})

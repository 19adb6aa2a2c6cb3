import { entryFor } from '../entry.ts'
import { mtaStsEnforced } from './rule.ts'

export const mtaStsEnforcedEntry = entryFor(mtaStsEnforced)({
  en: {
    title: 'MTA-STS is enforced',
    why: 'MTA-STS tells senders to demand TLS with a valid certificate, so that nobody can strip STARTTLS on the way.',
    pass: 'The domain’s policy is {mode}.',
    fail: 'The domain’s policy is not enforced ({mode}).',
    fix: 'Publish the policy in testing mode, read the reports, then switch to enforce.',
  },
  da: {
    title: 'MTA-STS håndhæves',
    why: 'MTA-STS beder afsendere om at kræve TLS med et gyldigt certifikat, så ingen kan fjerne STARTTLS undervejs.',
    pass: 'Domænets politik er {mode}.',
    fail: 'Domænets politik håndhæves ikke ({mode}).',
    fix: 'Udgiv politikken i testtilstand, læs rapporterne, og skift derefter til enforce.',
  },
})

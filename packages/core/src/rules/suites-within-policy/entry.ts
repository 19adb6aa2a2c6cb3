import { entryFor } from '../entry.ts'
import { suitesWithinPolicy } from './rule.ts'

export const suitesWithinPolicyEntry = entryFor(suitesWithinPolicy)({
  en: {
    title: 'Suites are within the policy',
    why: 'The policy that this endpoint is judged by names the cipher suites that may be accepted.',
    pass: 'Only suites that the policy allows are accepted.',
    fail: 'Suites outside the policy are accepted: {suites}.',
    fix: 'Restrict the server to the suites of the policy; check the client simulation first.',
  },
  da: {
    title: 'Krypteringspakkerne er inden for politikken',
    why: 'Den politik, dette endpoint bedømmes efter, nævner de krypteringspakker, der må accepteres.',
    pass: 'Kun krypteringspakker, som politikken tillader, accepteres.',
    fail: 'Krypteringspakker uden for politikken accepteres: {suites}.',
    fix: 'Begræns serveren til politikkens krypteringspakker, men se klientsimuleringen først.',
  },
})

import { entryFor } from '../entry.ts'
import { versionsWithinPolicy } from './rule.ts'

export const versionsWithinPolicyEntry = entryFor(versionsWithinPolicy)({
  en: {
    title: 'Versions are within the policy',
    why: 'The policy that this endpoint is judged by names the versions that may be accepted.',
    pass: 'Only versions that the policy allows are accepted ({versions}).',
    fail: 'Versions outside the policy are accepted: {versions}.',
    fix: 'Switch off the versions that the policy does not allow.',
  },
  da: {
    title: 'Versionerne er inden for politikken',
    why: 'Den politik, dette endpoint bedømmes efter, nævner de versioner, der må accepteres.',
    pass: 'Kun versioner, som politikken tillader, accepteres ({versions}).',
    fail: 'Versioner uden for politikken accepteres: {versions}.',
    fix: 'Slå de versioner fra, som politikken ikke tillader.',
  },
})

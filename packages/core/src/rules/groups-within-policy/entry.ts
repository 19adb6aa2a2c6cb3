import { entryFor } from '../entry.ts'
import { groupsWithinPolicy } from './rule.ts'

export const groupsWithinPolicyEntry = entryFor(groupsWithinPolicy)({
  en: {
    title: 'Groups are within the policy',
    why: 'The policy that this endpoint is judged by names the key-exchange groups that may be accepted.',
    pass: 'Only groups that the policy allows are accepted.',
    fail: 'Groups outside the policy are accepted: {groups}.',
    fix: 'Restrict the groups (curves) in the server’s configuration.',
  },
  da: {
    title: 'Grupperne er inden for politikken',
    why: 'Den politik, dette endpoint bedømmes efter, nævner de nøgleudvekslingsgrupper, der må accepteres.',
    pass: 'Kun grupper, som politikken tillader, accepteres.',
    fail: 'Grupper uden for politikken accepteres: {groups}.',
    fix: 'Begræns grupperne (kurverne) i serverens konfiguration.',
  },
})

import { entryFor } from '../entry.ts'
import { heartbeatOff } from './rule.ts'

export const heartbeatOffEntry = entryFor(heartbeatOff)({
  en: {
    title: 'Heartbeat is off',
    why: 'Nothing uses the heartbeat extension over TCP, and it was the door to Heartbleed.',
    pass: 'Heartbeat is off.',
    fail: 'The heartbeat extension is on.',
    fix: 'Update OpenSSL or build it without heartbeats.',
  },
  da: {
    title: 'Heartbeat er slået fra',
    why: 'Intet bruger heartbeat-udvidelsen over TCP, og den var døren til Heartbleed.',
    pass: 'Heartbeat er slået fra.',
    fail: 'Heartbeat-udvidelsen er slået til.',
    fix: 'Opdater OpenSSL, eller byg det uden heartbeat.',
  },
})

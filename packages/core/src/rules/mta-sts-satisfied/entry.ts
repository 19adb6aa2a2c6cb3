import { entryFor } from '../entry.ts'
import { mtaStsSatisfied } from './rule.ts'

export const mtaStsSatisfiedEntry = entryFor(mtaStsSatisfied)({
  en: {
    title: 'The enforced MTA-STS policy is satisfied',
    why: 'Where a domain enforces MTA-STS, a sender that follows it, as Exchange Online does, delivers nothing to a server that the policy does not list or whose certificate is not good. What opportunistic mail would overlook then stops the mail.',
    pass: 'The policy lists this server and its certificate is good.',
    fail: 'The domain enforces MTA-STS, and this server does not satisfy it: {problem}.',
    fix: 'List the server in the policy file and give it a certificate of a public CA with its name; raise the policy’s id in DNS after every change.',
  },
  da: {
    title: 'Den håndhævede MTA-STS-politik er opfyldt',
    why: 'Når et domæne håndhæver MTA-STS, leverer en afsender, der følger politikken, som Exchange Online gør, intet til en server, som politikken ikke nævner, eller hvis certifikat ikke er i orden. Det, som opportunistisk mail ville se bort fra, stopper da mailen.',
    pass: 'Politikken nævner serveren, og dens certifikat er i orden.',
    fail: 'Domænet håndhæver MTA-STS, og serveren opfylder den ikke: {problem}.',
    fix: 'Nævn serveren i politikfilen, og giv den et certifikat fra en offentlig CA med dens navn. Hæv politikkens id i DNS efter hver ændring.',
  },
})

import { fail, leafRule, pass } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const certificateForServers = leafRule({
  id: 'certificate-for-servers',
  question: 'Is the certificate meant for a TLS server?',
  evidence: ['usage'],
  sources: [sources.rfc5280],
  look({ extendedKeyUsage }) {
    const evidence = { usage: extendedKeyUsage.join(', ') || '–' }
    const fits = extendedKeyUsage.some((usage) =>
      /server|anyExtended|1\.3\.6\.1\.5\.5\.7\.3\.1$|2\.5\.29\.37\.0/i.test(usage),
    )
    return extendedKeyUsage.length === 0 || fits ? pass(evidence) : fail(evidence)
  },
})

/** The shape that every policy file must have; checked by tests for those that ship and at the door for stored ones. */
import { z } from 'zod'
import { protocolVersions } from '../facts.ts'
import { severities } from '../rules/finding.ts'
import { surenesses } from '../rules/source.ts'
import type { Policy } from './policy.ts'

const text = z.object({ en: z.string().min(1), da: z.string().min(1) })
const day = z.iso.date()

export const policySchema: z.ZodType<Policy> = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*@\d{4}-\d\d-\d\d(\.\d+)?$/),
  name: z.string().min(1),
  version: day,
  basedOn: z.string().nullable(),
  title: text,
  sources: z.array(
    z.object({ title: z.string(), date: z.string().nullable(), url: z.url().nullable(), sureness: z.enum(surenesses) }),
  ),
  parameters: z.object({
    versions: z.array(z.enum(protocolVersions)).min(1),
    cipherSuites: z.array(z.int()).nullable(),
    groups: z.array(z.int()).nullable(),
    rsaBits: z.int(),
    ecBits: z.int(),
    dhBits: z.int(),
    certificateWarningDays: z.int(),
    certificateMaxDays: z.int().nullable(),
    certificateHashBits: z.int().nullable(),
  }),
  rules: z.record(
    z.string(),
    z.object({
      severity: z.enum(severities),
      cost: z.int().min(0).max(100),
      cap: z.int().min(0).max(100).nullable(),
      required: z.boolean(),
      off: z.string().min(3).nullable(),
    }),
  ),
})

/** `sundown.report/1` as a schema: the JSON Schema is made from it and old reports are parsed by it. */
import { z } from 'zod'
import { grades } from '../policy/letter.ts'
import { endpointRoles, outcomes, severities, verdicts } from '../rules/finding.ts'
import { starttlsKinds } from '../target.ts'
import { observedFields } from './facts-schema.ts'
import type { Report } from './report.ts'

const target = z.object({
  host: z.string().describe('A-label host name or an address literal; IPv6 without brackets'),
  port: z.int().min(0).max(65535),
  serverName: z.string().nullable().describe('Sent as SNI; null sends none'),
  starttls: z.enum(starttlsKinds).nullable(),
  address: z.string().describe('The address that was dialled'),
})

const letter = z.object({
  guide: z.literal('2009r'),
  grade: z.enum(grades),
  categories: z.object({ protocol: z.number(), keyExchange: z.number(), cipher: z.number(), total: z.number() }),
  caps: z.array(z.object({ id: z.string(), grade: z.enum(grades) })),
  notCounted: z.array(z.string()),
})

const finding = z.object({
  ruleId: z.string(),
  outcome: z.enum(outcomes),
  severity: z.enum(severities),
  cost: z.number().describe('Points that the finding takes from the score of 100'),
  evidence: z.record(z.string(), z.string()),
})

/** One report of one address. */
export const reportSchema: z.ZodType<Report> = z.object({
  schema: z.literal('sundown.report/1'),
  target,
  ...observedFields,
  cost: z.object({
    connections: z.number(),
    milliseconds: z.number(),
    questions: z.record(z.string(), z.number()).optional().describe('Connections by what they were for'),
  }),
  policyId: z.string(),
  role: z.enum(endpointRoles),
  judgedAt: z.string(),
  verdict: z.enum(verdicts),
  because: z.array(z.string()).describe('Rule ids that decided the verdict, most decisive first'),
  score: z.number().min(0).max(100).nullable(),
  scoreHeldBy: z.object({ by: z.string(), at: z.number() }).nullable(),
  conforms: z.boolean().nullable(),
  letter: letter.nullable(),
  findings: z.array(finding),
})

/** JSON Schema (2020-12) of one report. */
export const reportJsonSchema = (): object => ({
  $id: 'https://sundown.example/schemas/report-1.json',
  title: 'sundown.report/1',
  ...z.toJSONSchema(reportSchema),
})

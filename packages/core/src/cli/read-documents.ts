/** Facts out of files: one JSON document, an array, or one per line; facts and reports alike. */
import type { Facts } from '../facts.ts'
import { factsSchema } from '../report/facts-schema.ts'
import type { Report } from '../report/index.ts'
import { reportSchema } from '../report/report-schema.ts'
import type { AddressedTarget } from '../target.ts'

export interface FactsDocument {
  readonly facts: Facts
  readonly target: AddressedTarget | null
  readonly cost: Report['cost']
}

/** Facts out of one JSON document or one per line; a sentence where that is not possible. */
export function readDocuments(content: string): readonly FactsDocument[] | string {
  const whole = tryParse(content)
  const lines = content.split('\n').filter((line) => line.trim() !== '')
  const values = whole.ok ? (Array.isArray(whole.value) ? whole.value : [whole.value]) : []
  if (!whole.ok)
    for (const [index, line] of lines.entries()) {
      const parsed = tryParse(line)
      if (!parsed.ok) return `line ${index + 1} is not JSON`
      values.push(parsed.value)
    }
  if (values.length === 0) return 'it is empty'
  const documents: FactsDocument[] = []
  for (const [index, value] of values.entries()) {
    const document = readDocument(value)
    if (typeof document === 'string') return `document ${index + 1}: ${document}`
    documents.push(document)
  }
  return documents
}

function readDocument(value: unknown): FactsDocument | string {
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined
  if (schema === 'sundown.facts/1') {
    const facts = factsSchema.safeParse(value)
    if (!facts.success) return complaint(facts.error)
    return { facts: facts.data, target: null, cost: { connections: 0, milliseconds: 0 } }
  }
  if (schema !== 'sundown.report/1') return 'it is neither sundown.facts/1 nor sundown.report/1'
  const report = reportSchema.safeParse(value)
  if (!report.success) return complaint(report.error)
  const { target, cost } = report.data
  return { facts: { ...report.data, schema: 'sundown.facts/1' }, target, cost }
}

const complaint = (error: { readonly issues: readonly { path: PropertyKey[]; message: string }[] }): string =>
  error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`)
    .join('; ')

function tryParse(content: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(content) }
  } catch {
    return { ok: false }
  }
}

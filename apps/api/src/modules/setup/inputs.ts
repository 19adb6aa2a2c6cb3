import { z } from 'zod'
import { userIssue } from '../../parse-input.ts'
import { tenantName } from '../tenant/index.ts'

export const passwordLength = { min: 10, max: 128 } as const

const weak = { ...userIssue('WEAK_PASSWORD', `A password has at least ${passwordLength.min} characters.`) }

export const setupCompleteInput = z.object({
  name: z.string().trim().min(1).max(100),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(254)
    .refine(isEmail, userIssue('INVALID_EMAIL', 'Not an e-mail address.')),
  password: z
    .string()
    .max(passwordLength.max)
    .refine((text) => text.length >= passwordLength.min, weak),
  tenantName,
})

function isEmail(text: string): boolean {
  return text === '' || z.email().safeParse(text).success
}

export { type AuthRefusal, authRequest } from './auth-request.ts'
export { ForgotForm } from './forgot-form.tsx'
export { HorizonFrame } from './horizon-frame.tsx'
export {
  findOrganisation,
  type Organisation,
  type VisitOutcome,
  visitOrganisation,
  visitOutcome,
} from './organisation.ts'
export { addPasskey, knowsPasskeys } from './passkey.ts'
export { PasswordInput } from './password-input.tsx'
export { passwordStrength } from './password-strength.ts'
export { ResetForm } from './reset-form.tsx'
export { SetupForm } from './setup-form.tsx'
export { SignInForm } from './sign-in-form.tsx'
export { useSignOut } from './sign-out.ts'
export { StrengthMeter } from './strength-meter.tsx'

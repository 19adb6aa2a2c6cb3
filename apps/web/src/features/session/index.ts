export { HorizonFrame } from './horizon-frame.tsx'
export { SetupForm } from './setup-form.tsx'
export { SignInForm } from './sign-in-form.tsx'
export { useSignOut } from './sign-out.ts'

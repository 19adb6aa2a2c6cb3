export { PolicyForm } from './policy-form.tsx'
export { PolicyPage } from './policy-page.tsx'
export { limitChoices, policySources, ruleTitles } from './policy-words.ts'

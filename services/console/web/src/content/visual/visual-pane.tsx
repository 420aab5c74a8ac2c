export const VisualPane = (_: { readonly mjml: string; readonly onChange: (mjml: string) => void }) => null;

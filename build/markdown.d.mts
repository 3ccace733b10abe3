export function markdownToHtml(text: string): string;
export function slug(heading: string): string;

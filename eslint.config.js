import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const noSvelte = {
	patterns: [
		{ group: ['svelte', 'svelte/*', '$app/*', '$env/*', '*.svelte'], message: 'The core is plain TypeScript.' }
	]
};

export default defineConfig(
	{ ignores: ['.svelte-kit/', 'build/', '.cache/', 'test-results/'] },
	js.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs['flat/recommended'],
	{
		languageOptions: {
			parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
		},
		rules: {
			// TypeScript knows the globals.
			'no-undef': 'off',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		files: ['src/lib/{content,quiz,review}/**/*.ts'],
		ignores: ['**/*.svelte.test.ts'],
		rules: { 'no-restricted-imports': ['error', noSvelte], 'no-restricted-globals': ['error', 'window', 'document', 'Date'] }
	},
	{
		files: ['**/*.js'],
		rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' }
	}
);

import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const noSvelte = {
	patterns: [
		{
			group: ['svelte', 'svelte/*', '$app/*', '$env/*', '*.svelte'],
			message: 'The core is plain TypeScript.'
		}
	]
};

const noClock = [
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'The core takes the clock as an argument.'
	},
	{
		selector: "MemberExpression[object.name='Date'][property.name='now']",
		message: 'The core takes the clock as an argument.'
	},
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'The core takes the seed as an argument.'
	}
];

export default defineConfig(
	{
		ignores: ['.svelte-kit/', 'build/', '.cache/', 'test-results/']
	},
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
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		// Kit gives pages their types only inside svelte-check, which looks at these files too.
		files: ['**/*.svelte', 'svelte.config.js'],
		extends: [ts.configs.disableTypeChecked]
	},
	{
		files: ['src/lib/{class,content,quiz,review}/**/*.ts'],
		ignores: ['**/*.svelte.test.ts'],
		rules: {
			'no-restricted-imports': ['error', noSvelte],
			'no-restricted-globals': ['error', 'window', 'document', 'localStorage', 'indexedDB'],
			'no-restricted-syntax': ['error', ...noClock]
		}
	},
	{
		files: ['src/service-worker.ts'],
		languageOptions: {
			parserOptions: { projectService: false, project: 'src/service-worker.tsconfig.json' }
		}
	},
	{
		// Addresses are resolved where they are worked out; the rule sees only literals.
		files: ['**/*.svelte'],
		rules: { 'svelte/no-navigation-without-resolve': 'off' }
	},
	{
		files: ['**/*.js'],
		rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' }
	}
);

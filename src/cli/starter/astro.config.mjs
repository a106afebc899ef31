import mingzhang from 'mingzhang';

export default { integrations: [mingzhang({ content: './content' })] };

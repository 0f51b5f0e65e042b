/** Short forms that people in learning, statistics and computing use without explaining them, with what they stand for. */
const commonAcronyms = `
ai: artificial intelligence
agi: artificial general intelligence
ml: machine learning
dl: deep learning
nlp: natural language processing
nlu: natural language understanding
cv: computer vision
asr: speech recognition
ocr: character recognition
ner: named entity recognition
qa: question answering
rag: retrieval augmented generation
lm: language model
llm: large language model
slm: small language model
mt: machine translation
nmt: neural machine translation
ir: information retrieval
ltr: learning to rank
nll: negative log likelihood
mle: maximum likelihood
map: maximum a posteriori
elbo: evidence lower bound
kl: kullback leibler
mi: mutual information
aic: akaike information criterion, model selection
bic: bayesian information criterion, model selection
mdl: minimum description length
ood: out of distribution, distribution shift
iid: independent identically distributed
em: expectation maximization
gmm: gaussian mixture
hmm: hidden markov
crf: conditional random field
mcmc: markov chain monte carlo
mc: monte carlo
vi: variational inference
bnn: bayesian neural network
gp: gaussian process
svm: support vector machine
svd: singular value decomposition
lda: linear discriminant
knn: nearest neighbour
rbf: radial basis function
ols: least squares
mse: mean squared error
mae: mean absolute error
rmse: root mean squared error
roc: receiver operating characteristic
cdf: cumulative distribution
pdf: probability density
ann: artificial neural network
dnn: deep neural network
mlp: multilayer perceptron
ffn: feedforward network
cnn: convolutional neural network
rnn: recurrent neural network
gnn: graph neural network
vit: vision transformer
mha: multi-head attention
bn: batch normalization
ln: layer normalization
gan: generative adversarial
wgan: wasserstein gan
cgan: conditional gan
vae: variational autoencoder
cvae: conditional variational autoencoder
ebm: energy based model
sgd: stochastic gradient descent
gd: gradient descent
sft: supervised fine-tuning
rlhf: human feedback
rlaif: ai feedback
dpo: preference optimization
cot: chain of thought
icl: in-context learning
moe: mixture of experts
kv: key value
rl: reinforcement learning
drl: deep reinforcement learning
marl: multi-agent reinforcement learning
irl: inverse reinforcement learning
mdp: markov decision process
smdp: semi-markov decision process
td: temporal difference
gae: advantage estimation
a2c: advantage actor-critic
a3c: asynchronous actor-critic
ucb: upper confidence bound
mab: multi-armed bandit
ips: inverse propensity
ctr: click rate
ece: calibration error
ssl: self-supervised learning
pu: positive unlabeled
da: domain adaptation
api: application programming interface
cli: command line
gui: graphical interface
os: operating system
db: database
url: link address
2fa: two factor authentication
ui: interface
`

/** What a short form in common use stands for. */
export function commonMeaningsOf(short: string): readonly string[] {
  const entry = `\n${short}: `
  const at = commonAcronyms.indexOf(entry)
  if (at < 0) return []
  const start = at + entry.length
  return commonAcronyms.slice(start, commonAcronyms.indexOf('\n', start)).split(', ')
}

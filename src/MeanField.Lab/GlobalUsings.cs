global using MeanField.Core.Measures;
global using MeanField.Core.Specification;
